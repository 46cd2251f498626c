const t=["connected","ended"]
export const withoutWaitingContacts=c=>({...c,contacts:c.contacts.filter(({state:c})=>t.includes(c.type))})

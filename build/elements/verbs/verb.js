export function contactFor({contacts:t,selectedContactId:c},e,...n){if(e)return e
const o=t.filter(({can:t})=>n.some(c=>t.includes(c))),s=o.find(({contactId:t})=>t===c),a=null===c||n.includes("accept")||n.includes("reject")
return(s??(a?o[0]:void 0))?.contactId??c}export const hasParty=({parties:t},c)=>t.some(t=>t.state===c)

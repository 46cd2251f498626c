import{contactIdOf as t}from"../commands/request-fields.js"
import{ConnectRequestEvent as e}from"../host/requests.js"
export class ConnectSelectContactRequestEvent extends e{constructor({contactId:t}){super("select-contact",t)}}export const selectContact={command(e,{connect:o}){const c=t(e)
return{send:()=>o.core.viewContact(c??""),isShown:({selectedContactId:t})=>t===c}},needsAgent:!0,buttons:{}}

import{targetOf as e,viewOf as t}from"../commands/target.js"
import{ConnectRequestEvent as n}from"../host/requests.js"
import{contactFor as o}from"./verb.js"
export class ConnectClearRequestEvent extends n{constructor({contactId:e}){super("clear",e)}}export const clear={isAllowed:({stage:e})=>"over"===e,request:e=>new ConnectClearRequestEvent(e),command(n,o){const{id:r,api:c}=e(n,o)
return{send:()=>c.clear(),isShown:e=>void 0===t(e,r)}},needsAgent:!0,buttons:{"--clear-contact":(e,t)=>new ConnectClearRequestEvent({contactId:o(e,t,"clear")})},icon:()=>"check",tone:"main",place:110,opens:null}

import{ending as e,targetOf as t}from"../commands/target.js"
import{isVoice as n}from"../host/contact.js"
import{ConnectRequestEvent as o}from"../host/requests.js"
import{contactFor as c}from"./verb.js"
export class ConnectRejectRequestEvent extends o{constructor({contactId:e}){super("reject",e)}}export const reject={isAllowed:({stage:e})=>"ringing"===e,request:e=>new ConnectRejectRequestEvent(e),command(n,o){const{id:c,api:s}=t(n,o)
return e(c,()=>s.reject())},needsAgent:!0,buttons:{"--reject-contact":(e,t)=>new ConnectRejectRequestEvent({contactId:c(e,t,"reject")})},icon:e=>n(e)?"hang-up":"close",tone:"stop",place:20,opens:null}

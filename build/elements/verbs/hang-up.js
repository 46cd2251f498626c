import{connectionIdOf as e}from"../commands/request-fields.js"
import{ending as n,isOver as t,partiesOf as o,targetOf as s}from"../commands/target.js"
import{isVoice as r}from"../host/contact.js"
import{PartyRequestEvent as c}from"../host/requests.js"
import{contactFor as a}from"./verb.js"
export class ConnectHangUpRequestEvent extends c{constructor(e){super("hang-up",e)}}export const hangUp={isAllowed:({stage:e,parties:n})=>"paused"===e||"waiting"===e||"live"===e&&n.length<2,request:e=>new ConnectHangUpRequestEvent(e),command(r,c){const{id:a,api:p}=s(r,c),i=e(r)
if(!i)return n(a,()=>p.getAgentConnection()?.destroy())
const m=e=>e.connectionId===i
return{send:()=>new c.connect.Connection(a,i).destroy(),isShown:e=>t(e,a)||!o(e,a).some(m)}},needsAgent:!0,buttons:{"--hang-up":(e,n)=>new ConnectHangUpRequestEvent({contactId:a(e,n,"hang-up","leave")})},icon:e=>r(e)?"hang-up":"close",tone:"stop",place:100,opens:null}

import{connectionIdOf as e}from"../commands/request-fields.js"
import{about as t,aboutParties as o,inState as n,targetOf as s}from"../commands/target.js"
import{isVoice as r}from"../host/contact.js"
import{PartyRequestEvent as c}from"../host/requests.js"
import{contactFor as d,hasParty as i}from"./verb.js"
export class ConnectHoldRequestEvent extends c{constructor(e){super("hold",e)}}export const hold={isAllowed:e=>"live"===e.stage&&(e.voice?i(e,"connected"):"task"===e.type),request:e=>new ConnectHoldRequestEvent(e),command(c,d){const i=s(c,d),{view:l,api:a,id:p,parties:m}=i
if(!r(l))return t(p,({state:e})=>"paused"===e.type,()=>a.pause())
const u=e(c),f=u?l.connections.filter(e=>e.connectionId===u):m.filter(n("connected"))
if(0===f.length)throw new Error(d.terms.nobodyTalks)
return o(i,f,"hold",e=>new d.connect.Connection(p,e).hold())},needsAgent:!0,buttons:{"--hold":(e,t)=>new ConnectHoldRequestEvent({contactId:d(e,t,"hold")})},icon:()=>"pause",tone:"plain",place:40,opens:null}

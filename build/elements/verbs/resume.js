import{connectionIdOf as e}from"../commands/request-fields.js"
import{about as t,inState as o,resumeParties as n,targetOf as s}from"../commands/target.js"
import{isVoice as r}from"../host/contact.js"
import{PartyRequestEvent as c}from"../host/requests.js"
import{contactFor as m,hasParty as i}from"./verb.js"
export class ConnectResumeRequestEvent extends c{constructor(e){super("resume",e)}}export const resume={isAllowed:e=>"paused"===e.stage||"live"===e.stage&&e.voice&&i(e,"hold")&&!i(e,"connected"),request:e=>new ConnectResumeRequestEvent(e),command(c,m){const i=s(c,m),{view:u,api:a,id:d,parties:p}=i
if(!r(u))return t(d,({state:e})=>"connected"===e.type,()=>a.resume())
const l=e(c),f=l?u.connections.filter(e=>e.connectionId===l):p.filter(o("hold"))
if(0===f.length)throw new Error(m.terms.nobodyWaits)
return n(i,f,m.connect)},needsAgent:!0,buttons:{"--resume":(e,t)=>new ConnectResumeRequestEvent({contactId:m(e,t,"resume")})},icon:()=>"play",tone:"on",place:40,opens:null}

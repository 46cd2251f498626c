import{about as e,inState as n,partiesOf as t,targetOf as o}from"../commands/target.js"
import{ConnectRequestEvent as c}from"../host/requests.js"
import{hasParty as r}from"./verb.js"
export class ConnectConferenceRequestEvent extends c{constructor({contactId:e}){super("conference",e)}}export const conference={isAllowed:e=>"live"===e.stage&&e.voice&&e.customerIsThere&&e.parties.length>1&&r(e,"hold")&&!r(e,"connecting"),request:e=>new ConnectConferenceRequestEvent(e),command(c,r){const{id:s,api:i}=o(c,r)
return e(s,(e,o)=>{const c=t(o,s)
return c.length>1&&c.every(n("connected"))},()=>i.conferenceConnections())},needsAgent:!0,buttons:{},icon:()=>"people",tone:"plain",place:90,opens:null}

import{about as e,inState as t,targetOf as n}from"../commands/target.js"
import{ConnectRequestEvent as o}from"../host/requests.js"
import{hasParty as s}from"./verb.js"
export class ConnectSwapRequestEvent extends o{constructor({contactId:e}){super("swap",e)}}export const swap={isAllowed:e=>"live"===e.stage&&e.voice&&e.customerIsThere&&e.parties.length>1&&s(e,"hold")&&s(e,"connected"),request:e=>new ConnectSwapRequestEvent(e),command(o,s){const{id:c,api:r,parties:i}=n(o,s),a=i.find(t("hold"))
if(!a)throw new Error(s.terms.nobodyWaits)
return e(c,({connections:e})=>e.some(({connectionId:e,state:t})=>e===a.connectionId&&"connected"===t),()=>r.toggleActiveConnections())},needsAgent:!0,buttons:{},icon:()=>"swap",tone:"plain",place:80,opens:null}

import{coldTransfer as e}from"../commands/cold-transfer.js"
import{endpointOf as t}from"../commands/request-fields.js"
import{addingParty as o,ending as s,resumeParties as n,targetOf as r}from"../commands/target.js"
import{isVoice as a}from"../host/contact.js"
import{EndpointRequestEvent as c}from"../host/requests.js"
export class ConnectTransferRequestEvent extends c{constructor({contactId:e,endpoint:t}){super("transfer",t,e)}}export const transfer={isAllowed:({stage:e,voice:t,hasRoom:o})=>"live"===e&&(!t||o),request:e=>new ConnectTransferRequestEvent(e),command(c,m){const i=r(c,m),{id:d,api:p,view:f}=i,u=t(c,m.terms)
return a(f)?{run:()=>e({id:d,store:m.store,terms:m.terms,before:i.parties,add:o(i,u),leave:s(d,()=>p.getAgentConnection()?.destroy()),resume:e=>n(i,e,m.connect)})}:s(d,()=>p.addConnection(u))},needsAgent:!0,buttons:{},icon:()=>"transfer",tone:"plain",place:60,opens:"destinations"}

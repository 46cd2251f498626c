import{endpointOf as t}from"../commands/request-fields.js"
import{addingParty as e,targetOf as n}from"../commands/target.js"
import{EndpointRequestEvent as o}from"../host/requests.js"
export class ConnectAddParticipantRequestEvent extends o{constructor({contactId:t,endpoint:e}){super("add-participant",e,t)}}export const addParticipant={isAllowed:({stage:t,voice:e,type:n,hasRoom:o,multiParty:s})=>"live"===t&&o&&(e||"chat"===n&&s),request:t=>new ConnectAddParticipantRequestEvent(t),command:(o,s)=>e(n(o,s),t(o,s.terms)),needsAgent:!0,buttons:{},icon:()=>"add-person",tone:"plain",place:70,opens:"destinations"}

import{microphoneCommand as e}from"../commands/microphone.js"
import{ConnectRequestEvent as t}from"../host/requests.js"
import{contactFor as o}from"./verb.js"
export class ConnectMuteRequestEvent extends t{constructor({contactId:e}){super("mute",e)}}export const mute={isAllowed:({stage:e,voice:t,softphone:o,muted:n})=>"live"===e&&t&&o&&!n,request:e=>new ConnectMuteRequestEvent(e),command:(t,o)=>e(!0,t,o),needsAgent:!0,buttons:{"--mute":(e,t)=>new ConnectMuteRequestEvent({contactId:o(e,t,"mute")})},icon:()=>"microphone",tone:"plain",place:30,opens:null}

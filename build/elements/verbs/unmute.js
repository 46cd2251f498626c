import{microphoneCommand as e}from"../commands/microphone.js"
import{ConnectRequestEvent as t}from"../host/requests.js"
import{contactFor as n}from"./verb.js"
export class ConnectUnmuteRequestEvent extends t{constructor({contactId:e}){super("unmute",e)}}export const unmute={isAllowed:({stage:e,voice:t,softphone:n,muted:o})=>"live"===e&&t&&n&&o,request:e=>new ConnectUnmuteRequestEvent(e),command:(t,n)=>e(!1,t,n),needsAgent:!0,buttons:{"--unmute":(e,t)=>new ConnectUnmuteRequestEvent({contactId:n(e,t,"unmute")})},icon:()=>"microphone-off",tone:"on",place:30,opens:null}

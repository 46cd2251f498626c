import{about as t,targetOf as e}from"../commands/target.js"
import{isVoice as c}from"../host/contact.js"
import{ConnectRequestEvent as n}from"../host/requests.js"
import{kindIcon as o}from"../looks/kind-icons.js"
import{contactFor as s}from"./verb.js"
export class ConnectAcceptRequestEvent extends n{constructor({contactId:t}){super("accept",t)}}const r=({ringing:t,state:e})=>!t&&("connected"===e.type||"connecting"===e.type)
export const accept={isAllowed:({stage:t})=>"ringing"===t,request:t=>new ConnectAcceptRequestEvent(t),command(c,n){const{id:o,api:s}=e(c,n)
return t(o,r,()=>s.accept())},needsAgent:!0,buttons:{"--accept-contact":(t,e)=>new ConnectAcceptRequestEvent({contactId:s(t,e,"accept")})},icon:t=>c(t)?"phone":o(t),tone:"go",place:10,opens:null}

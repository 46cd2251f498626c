import{ACCESS_DENIED as t,CtiError as e}from"../ccp/cti-service-client.js"
import{isRecord as n}from"../../conduit/wire.js"
import{ChatEvent as o}from"./chat-room.js"
import{agentConnection as r}from"./contact-model.js"
const i=3600,s=10,a=100,c=16384,p={[o.DELIVERED]:"DeliveredTimestamp",[o.READ]:"ReadTimestamp"},d=t=>new e("ValidationException",t)
function m({participant:n,room:o}){if(n&&!o.ended)return n
const r=o.ended?"The chat has ended.":"The participant has not joined the chat, or has left it."
throw new e("AccessDeniedException",r,t)}function u(t){try{return JSON.parse(String(t))?.messageId}catch{throw d("The content of a receipt is a JSON text with a messageId.")}}const h=({Id:t,AbsoluteTime:e})=>({Id:t,AbsoluteTime:e})
function f(t,e,o){const{Id:r,AbsoluteTime:i,MostRecent:s}=n(e)?e:{}
if("string"==typeof r)return t.findIndex(t=>t.Id===r)
if("string"==typeof i){const e=Date.parse(i),n=t=>Date.parse(t.AbsoluteTime),r=o?t.findIndex(t=>n(t)>=e):t.findLastIndex(t=>n(t)<=e)
return r<0&&o?t.length:r}return"number"==typeof s?t.length-Math.max(s,1):o?t.length:t.length-1}function l({room:t},e){const{transcript:n,initialContactId:o}=t,r="FORWARD"===e.ScanDirection,i=Math.min(Number(e.MaxResults??s),a)
if(!(i>=1))throw d("MaxResults is a number from 1 on.")
const c=e.NextToken?Number(e.NextToken):f(n,e.StartPosition,r),[p,m]=r?[c,c+i]:[c-i+1,c+1],u=n.slice(Math.max(p,0),Math.max(m,0))
"DESCENDING"===e.SortOrder&&u.reverse()
const h=r?m:p-1
return{InitialContactId:o,Transcript:u,...(r?h<n.length:h>=0)&&{NextToken:String(h)}}}function T({chats:t,clock:e,contacts:n,transact:i}){return{"/participant/connection":["createParticipantConnection",({contactId:n,participantId:o},{Type:r})=>{const i=Array.isArray(r)?r:[],s=e.shown(e.now()+36e5).toISOString()
return{...i.includes("CONNECTION_CREDENTIALS")&&{ConnectionCredentials:{ConnectionToken:t.issueToken(n,o),Expiry:s}},...i.includes("WEBSOCKET")&&{Websocket:{Url:"wss://web-socket.simulator.invalid/",ConnectionExpiry:s}}}}],"/participant/message":["sendMessage",(t,{Content:e,ContentType:n,ClientToken:o})=>{if("string"!=typeof e||""===e)throw d("A message needs Content.")
if(e.length>c)throw d("A message has 16384 characters at most.")
const r="string"==typeof n?n:void 0,i="string"==typeof o?o:void 0
return h(t.room.say(m(t),e,r,i))}],"/participant/event":["sendEvent",(t,{ContentType:e,Content:n})=>{const r=m(t)
if("string"!=typeof e)throw d("An event needs a ContentType.")
const i=p[e]
if(i)t.room.receipt(r,u(n),i)
else if(e!==o.TYPING&&e!==o.ACKNOWLEDGED)throw d(`The simulator has no event ${e} for participants to send.`)
return h(t.room.signal(r,e))}],"/participant/transcript":["getTranscript",l],"/participant/disconnect":["disconnectParticipant",t=>{m(t)
const e=n.find(t.contactId),o=r(e)
return i(()=>o&&n.destroy(e,o)),{}}]}}export const PARTICIPANT_OPERATIONS=/*#__PURE__*/Object.freeze(["createParticipantConnection","sendMessage","sendEvent","getTranscript","disconnectParticipant"])
export function createParticipantService(t,{record:n,delay:o}){const r=T(t)
async function i({path:e,token:i,body:s}){await o()
const[a,c]=r[e]??[]
if(!a||!c)throw d(`The simulator's participant service has no ${e}: no attachments, no views.`)
const p=t.chats.guest(i)
return n(a,{contactId:p.contactId,...s}),t.faults.perform(a,()=>c(p,s))}return async t=>{try{return{status:200,body:await i(t)}}catch(t){if(!(t instanceof e))throw t
return{status:t.statusCode,errorType:t.type,body:{message:t.message}}}}}
import{CommandError as e,commandErrorFromWire as t,CommandErrorType as s}from"../errors/command-error.js"
import{EventType as n,LinkEventType as r}from"../events/event-names.js"
import{randomId as o}from"./random-id.js"
import{ScopedTimer as i}from"./scoped-timer.js"
import{isRecord as a}from"./wire.js"
export const DEFAULT_DEADLINE=3e4
export const API_EVENTS=/*#__PURE__*/Object.freeze({request:r.API_REQUEST,response:r.API_RESPONSE})
export const MASTER_EVENTS=/*#__PURE__*/Object.freeze({request:n.MASTER_REQUEST,response:n.MASTER_RESPONSE})
const d=e=>a(e)&&"string"==typeof e.requestId,c=" was aborted by its caller",m="It may have taken effect all the same: look at the state before you send it again.",h="Wait until the CCP is ready (connect.agent, or the event connect-ready).",p={401:"UnauthorizedException",403:"AccessDeniedException"},u=500
function l(t,s,n,r){return new e({operation:t,type:s,message:t+n,hint:r,retryable:void 0!==r})}export class RequestClient{#e
#t
constructor(e,t){this.pending=new Map,this.#e=e,this.#t=t,e.onUpstream(t.response,e=>this.#s(e)),e.onUpstream(r.API_METRIC,e=>this.#n(e))}async call(e,n={},{deadline:r=3e4,signal:a}={}){if(a?.aborted)throw l(e,s.ABORTED,c)
const d=o(),h={event:this.#t.request,requestId:d,method:e,params:n},E=new AbortController
try{return await new Promise((n,o)=>{const f=new i(E.signal)
Number.isFinite(r)&&f.start(r,()=>o(l(e,s.TIMEOUT,` got no answer within ${r} ms`,m))),this.pending.set(d,{resolve:n,reject:o,refuse:s=>f.start(u,()=>o(t(e,{type:p[s],statusCode:s}))),isRefused:!1,method:e}),a?.addEventListener("abort",()=>o(l(e,s.ABORTED,c)),{once:!0,signal:E.signal}),this.#r(h,o)})}finally{this.pending.delete(d),E.abort()}}rejectAll(e,t,s){for(const{reject:n,method:r}of[...this.pending.values()])n(l(r,e,`: ${t}`,s))}#r(t,n){try{if(this.#e.sendUpstream(t.event,t))return
n(l(t.method,s.NOT_CONNECTED," was not sent: no CCP has answered yet",h))}catch(r){const o=`${t.method} has a parameter that cannot be sent: ${String(r)}`
n(new e({operation:t.method,type:s.INVALID_ARGUMENT,message:o,cause:r}))}}#s(e){if(!d(e))return
const s=this.pending.get(e.requestId)
s&&(e.err?s.reject(t(s.method,e.err)):s.resolve(e.data))}#n(e){if(0===this.pending.size||!a(e))return
const{name:t,optionalDimensions:s}=e,n=Array.isArray(s)?Number(s.find(e=>"HttpStatusCode"===e?.name)?.value):NaN
if(!(n in p))return
const r=[...this.pending.values()].find(({method:e,isRefused:s})=>e===t&&!s)
r&&(r.isRefused=!0,r.refuse(n))}}
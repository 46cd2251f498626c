import{CommandError as e,CommandErrorType as n}from"../../src/index.js"
export const ANSWER_TIME=1e4
const r=5e3,o=1e3,t=[n.ABORTED,n.FRAME_REPLACED,n.TERMINATED,n.NOT_CONNECTED,n.INVALID_ARGUMENT,n.UNSUPPORTED]
export function asCommandError(r,o){if(o instanceof Error&&"CommandError"===o.name)return o
const{name:t,message:s}=o instanceof Error?o:{name:"",message:String(o)},i="StateError"===t?n.NOT_CONNECTED:n.INVALID_ARGUMENT
return new e({operation:r,type:i,message:s,cause:o})}export function refusal(n,r,o){return new e({operation:n,type:o,message:r})}export function follow(e,s,i){return new Promise(a=>{const c=new AbortController
let m
const l=(e,n=null)=>{c.signal.aborted||(clearTimeout(m),c.abort(),a({phase:e,error:n}))},u=(e,n,r=null)=>{clearTimeout(m),c.signal.aborted||(m=setTimeout(()=>l(n,r),e))},E=()=>{s.isShown?u(r,"unconfirmed"):l("confirmed")},d=r=>{const i=asCommandError(e,r)
i.type===n.TIMEOUT?l("unconfirmed",i):!s.isShown||t.includes(i.type)?l("failed",i):u(o,"failed",i)}
if(s.isShown&&i.subscribe(e=>e,e=>{e.agent?s.isShown?.(e)?l("confirmed"):s.isLost?.(e)&&l("unconfirmed"):l("unconfirmed")},c.signal),!c.signal.aborted){u(s.answerTime??1e4,"unconfirmed")
try{Promise.resolve(s.send()).then(E,d)}catch(e){d(e)}}})}export function found(e,n){return new Promise(r=>{const o=new AbortController
e.subscribe(e=>e,e=>{const t=e.agent?n(e):null
void 0===t||o.signal.aborted||(o.abort(),r(t))},o.signal)})}
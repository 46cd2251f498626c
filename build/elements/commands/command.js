import{promised as e}from"../../src/conduit/native-promise.js"
import{CommandError as n,CommandErrorType as r}from"../../src/index.js"
export const ANSWER_TIME=1e4
const o=5e3,t=1e3,s=[r.ABORTED,r.FRAME_REPLACED,r.TERMINATED,r.NOT_CONNECTED,r.INVALID_ARGUMENT,r.UNSUPPORTED]
export function asCommandError(e,o){if(o instanceof Error&&"CommandError"===o.name)return o
const{name:t,message:s}=o instanceof Error?o:{name:"",message:String(o)},i="StateError"===t?r.NOT_CONNECTED:r.INVALID_ARGUMENT
return new n({operation:e,type:i,message:s,cause:o})}export function refusal(e,r,o){return new n({operation:e,type:o,message:r})}export function follow(n,i,a){return e(e=>{const c=new AbortController
let m
const u=(n,r=null)=>{c.signal.aborted||(clearTimeout(m),c.abort(),e({phase:n,error:r}))},l=(e,n,r=null)=>{clearTimeout(m),c.signal.aborted||(m=setTimeout(()=>u(n,r),e))},d=()=>{i.isShown?l(o,"unconfirmed"):u("confirmed")},E=e=>{const o=asCommandError(n,e)
o.type===r.TIMEOUT?u("unconfirmed",o):!i.isShown||s.includes(o.type)?u("failed",o):l(t,"failed",o)}
i.isShown&&a.subscribe(e=>e,e=>{e.agent?i.isShown?.(e)?u("confirmed"):i.isLost?.(e)&&u("unconfirmed"):u("unconfirmed")},c.signal),c.signal.aborted||(l(i.answerTime??1e4,"unconfirmed"),(async()=>{try{await i.send()}catch(e){return E(e)}d()})())})}export function found(n,r){return e(e=>{const o=new AbortController
n.subscribe(e=>e,n=>{const t=n.agent?r(n):null
void 0===t||o.signal.aborted||(o.abort(),e(t))},o.signal)})}
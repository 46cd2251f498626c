import{promised as e}from"../conduit/native-promise.js"
import{isRecord as r}from"../conduit/wire.js"
import{LinkEventType as o}from"../events/event-names.js"
export function frameMediaDevices(t,n){return e((e,i)=>{const m=AbortSignal.timeout(n)
t.onUpstream(o.MEDIA_DEVICE_RESPONSE,o=>{r(o)&&o.error?i(new Error(o.error)):e(o)},m),m.addEventListener("abort",()=>i(new Error("Timeout exceeded"))),t.sendUpstream(o.MEDIA_DEVICE_REQUEST)})}
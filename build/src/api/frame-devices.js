import{isRecord as e}from"../conduit/wire.js"
import{LinkEventType as r}from"../events/event-names.js"
export function frameMediaDevices(o,t){return new Promise((n,E)=>{const i=AbortSignal.timeout(t)
o.onUpstream(r.MEDIA_DEVICE_RESPONSE,r=>{e(r)&&r.error?E(new Error(r.error)):n(r)},i),i.addEventListener("abort",()=>E(new Error("Timeout exceeded"))),o.sendUpstream(r.MEDIA_DEVICE_REQUEST)})}
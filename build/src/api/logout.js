import{StateError as e}from"../errors/errors.js"
import{CcpEvents as t,LinkEventType as s}from"../events/event-names.js"
import{serviceUrl as n}from"../sign-in/service-url.js"
const o=1e4
export async function logout(r,{setState:a}={}){const{core:i,Agent:c}=r
i.getUpstream(),void 0!==a&&await(new c).setState(a)
const l=i.getOrigin()
if(!l)throw new e("There is no session to end: no CCP has answered yet.")
const m=n(l,"/logout")
await fetch(m,{credentials:"include",mode:"no-cors"}).catch(()=>{throw new e("%s cannot be reached: does connect-src of the page allow it?",m)})
const d=new AbortController
await new Promise((n,r)=>{const{signal:a}=d,c=()=>r(new e("The CCP has not ended its session.")),l=i.getUpstream(),m=i.getEventBus()
m.subscribe(s.TERMINATED,n,{signal:a}),m.subscribe(t.STATUS,({status:e})=>"terminated"===e&&c(),{signal:a})
const g=setTimeout(c,o)
a.addEventListener("abort",()=>clearTimeout(g)),l.sendUpstream(s.TERMINATE)}).finally(()=>d.abort())}
import{promised as e}from"../conduit/native-promise.js"
import{StateError as t}from"../errors/errors.js"
import{CcpEvents as s,LinkEventType as o}from"../events/event-names.js"
import{serviceUrl as n}from"../sign-in/service-url.js"
const r=1e4
export async function logout(i,{setState:a}={}){const{core:c,Agent:m}=i
c.getUpstream(),void 0!==a&&await(new m).setState(a)
const d=c.getOrigin()
if(!d)throw new t("There is no session to end: no CCP has answered yet.")
const l=n(d,"/logout")
await fetch(l,{credentials:"include",mode:"no-cors"}).catch(()=>{throw new t("%s cannot be reached: does connect-src of the page allow it?",l)})
const g=new AbortController
await e((e,n)=>{const{signal:i}=g,a=()=>n(new t("The CCP has not ended its session.")),m=c.getUpstream(),d=c.getEventBus()
d.subscribe(o.TERMINATED,e,{signal:i}),d.subscribe(s.STATUS,({status:e})=>"terminated"===e&&a(),{signal:i})
const l=setTimeout(a,r)
i.addEventListener("abort",()=>clearTimeout(l)),m.sendUpstream(o.TERMINATE)}).finally(()=>g.abort())}
import{randomId as e}from"../conduit/random-id.js"
import{isRecord as t}from"../conduit/wire.js"
import{AgentEvents as n,CcpEvents as o,EventType as s,MasterTopics as r}from"../events/event-names.js"
const i=["idle","terminated"]
export function watchAudioOwner({core:a},c,{signal:d}={}){const u=a.getEventBus(),E=a.getAgentDataProvider()
let l,m="unknown",f="",b=!1,p=!1,v=!1
const S=e=>e.preventDefault(),T=e=>window[e?"addEventListener":"removeEventListener"]("beforeunload",S),g=e=>{T(""!==f&&"here"===e)
const t=m
e!==t&&(m=e,c(Object.freeze({owner:m,previous:t})))},h=()=>{if(!l)return
p=b
const t={topic:r.SOFTPHONE,shouldNotBecomeMasterIfNone:!0},n={event:s.MASTER_REQUEST,requestId:e(),method:"checkMaster",params:t}
a.getUpstream().sendUpstream(s.MASTER_REQUEST,n)},w=()=>{l=void 0,g("unknown")},A=()=>{let e=""
b=!1
for(const{data:t}of E.current.contacts.values())for(const{connectionId:n,softphoneMediaInfo:o,state:s}of t.connections)o&&"disconnected"!==s.type&&(e+=n+s.type,b||="connecting"!==s.type)
v&&=b
const{portStreamId:t}=a
e===f&&t===l||(f=e,l=t,g(m),h())}
u.subscribe(n.REFRESH,A,{signal:d}),u.subscribe(s.UPDATE_CONNECTED_CCPS,h,{signal:d}),u.subscribe(s.MASTER_RESPONSE,e=>{const n=t(e)&&e.data
if(l&&t(n)&&n.topic===r.SOFTPHONE){if(n.masterId!==l)return g(n.masterId?"elsewhere":"nobody")
"here"!==m&&"lost"!==m&&(v=p&&b),g(v?"lost":"here")}},{signal:d}),u.subscribe(s.TERMINATED,w,{signal:d}),u.subscribe(s.ACKNOWLEDGE,e=>{t(e)&&void 0!==e.id&&e.id!==l&&w()},{signal:d}),u.subscribe(o.STATUS,({status:e})=>{i.includes(e)&&w()},{signal:d}),d?.addEventListener("abort",()=>T(!1),{once:!0}),E.hasData&&A()}
import{isAgentData as e,isRecord as t,sendable as i}from"../conduit/wire.js"
import{AgentEvents as s,GlobalResiliencyEvents as n,LinkEventType as r}from"../events/event-names.js"
import{STANDBY_RETRY as o}from"../sign-in/defaults.js"
import{Embedding as a}from"../embedding/embedding.js"
import{RegionStage as d}from"./region-stage.js"
const c="primary",h="secondary",g=[n.FAILOVER_PENDING,n.FAILOVER_INITIATED,n.FAILOVER_COMPLETE,n.HEARTBEAT_SYN,n.HEARTBEAT_ACK],l=/*#__PURE__*/new Set(Object.values(n).filter(e=>e!==n.CONFIGURE_ERROR)),u=["signed-out","expired"],m=e=>t(e)&&"string"==typeof e.activeRegion?e.activeRegion:null
export class TwoCcps{#e
#t
#i
#s=new AbortController
#n
#r
#o=c
#a=!1
#d=!1
#c=null
#h=!1
#g=!1
constructor(e,t){this.#e=e,this.#t=t,e.takesPlaceOf?.remove(),this.#i=new d(e.container,[c,h],c)
const i={...e.options,storageAccess:void 0},{secondaryCCPUrl:s="",retry:n=o}=i,r={...i,ccpUrl:s,instanceUrl:void 0,loginMode:"none",retry:n}
this.#n=this.#l(c,i),this.#r=this.#l(h,r)
for(const e of this.#u)this.#m(e)}get activeRegion(){return this.#a?this.#b.region:null}get conduit(){return this.#b.embedding.conduit}get api(){return this.#b.embedding.api}get frame(){return this.#b.embedding.frame}get options(){return this.#b.embedding.options}get signal(){return this.#s.signal}get status(){return this.#b.embedding.status}get answered(){return this.#b.embedding.answered}get loaded(){return this.#b.embedding.loaded}get startedAt(){return this.#b.embedding.startedAt}get initialized(){return this.#d}get portId(){return this.#b.embedding.portId}get origin(){return this.#b.embedding.origin}get refusedOrigin(){return this.#b.embedding.refusedOrigin}login(){this.#b.embedding.login()}retry(){this.#b.embedding.retry()}stop(e){if(!this.signal.aborted){this.#s.abort()
for(const{embedding:t}of this.#u)t.stop(e)
this.#i.end()}}forceFailover(){const e="ready"===this.status
for(const e of this.#u)this.#v(e,n.FORCE_FAILOVER)
e||this.#f(this.#p(this.#b))}get#u(){return[this.#n,this.#r]}get#b(){return this.#o===c?this.#n:this.#r}#p(e){return e===this.#n?this.#r:this.#n}#v({embedding:e},t,i){e.conduit.sendUpstream(t,i)}#l(t,n){const o=this.#e,d=()=>t===this.#o,h={subscribe:(...e)=>o.bus.subscribe(...e),hasSubscribers:e=>o.bus.hasSubscribers(e),unsubscribeEvent:e=>o.bus.unsubscribeEvent(e),trigger:(e,t)=>{e===r.INIT?this.#E():d()&&!l.has(e)&&o.bus.trigger(e,t)}},g=new a({...o,options:n,bus:h,container:this.#i.boxOf(t),takesPlaceOf:null,outerContext:{...o.outerContext,initCCPParams:i({...n,enableGlobalResiliency:!0})},configure:()=>({enableGlobalResiliency:!0,instanceState:d()?"active":"inactive"}),acceptAgentData:t=>this.#a&&(d()?o.acceptAgentData(t):e(t)),forgetAgent:()=>{d()&&o.forgetAgent()},hasLiveVoice:()=>d()&&o.hasLiveVoice(),isIdle:()=>!d()||o.isIdle(),received:(e,t)=>{d()&&(o.received(e,t),e===s.UPDATE&&this.#A())},statusChanged:(e,i)=>{d()&&o.statusChanged(e,i),"ready"===e&&this.#I(t===c?this.#r:this.#n)}})
return{name:t,embedding:g,region:null}}#I({embedding:e}){u.includes(e.status)&&e.retry()}#m(e){const{conduit:i}=e.embedding
let o
i.onUpstream(r.ACKNOWLEDGE,i=>{const s=t(i)?i.id:void 0
s!==o&&(o=s,this.#v(e,n.VALIDATE_GLOBAL_SIGNIN))}),i.onUpstream(n.GLOBAL_SIGNIN_INVALID,()=>i.upstreamBus.trigger(r.AUTH_FAIL)),i.onUpstream(n.INIT,t=>this.#C(e,t)),i.onUpstream(n.FAILOVER_DETECTED,e=>{const t=m(e)
t!==this.#c&&(this.#c=t,this.#e.bus.trigger(n.FAILOVER_DETECTED_CRM,{nextActiveRegion:t}))}),i.onUpstream(n.FAILOVER_PENDING,t=>{this.#h||e!==this.#b||(this.#h=!0,this.#e.bus.trigger(n.FAILOVER_PENDING_CRM,{nextActiveRegion:m(t)}))}),i.onUpstream(n.FAILOVER_INITIATED,e=>{const t=m(e)
if(null===t)return
const i=this.#R(t)
i&&this.#f(i)}),i.onUpstream(s.FETCH_AGENT_DATA_FROM_CCP,e=>i.upstreamBus.trigger(s.UPDATE,e))
for(const t of g)i.onUpstream(t,i=>this.#v(this.#p(e),t,i))}#R(e){const t=this.#u.find(t=>t.region===e)
if(t)return t
const i=this.#u.find(e=>null===e.region)
return i&&(i.region=e),i}#C(e,i){const s=m(i)
if(t(i)&&"string"==typeof i.instanceRegion&&null!==s)if(e.region=i.instanceRegion,this.#a)this.#T(e),this.#p(e).region??=s===e.region?null:s
else{const e=this.#R(s)
if(!e)return
this.#a=!0,this.#O(e),this.#E()}}#E(){!this.#d&&this.#a&&this.#b.embedding.initialized&&(this.#d=!0,this.#e.bus.trigger(r.INIT))}#T(e){const t=e===this.#b?"active":"inactive"
this.#v(e,n.CONFIGURE_CCP_CONDUIT,{instanceState:t})}#f(e){e!==this.#b&&(this.#a=this.#g=!0,this.#O(e),this.#E())}#O(e){const t=this.#b.embedding.status
this.#o=e.name,this.#h=!1,this.#c=null,this.#i.show(e.name)
for(const e of this.#u)this.#T(e)
null!==e.region&&this.#t(e.region)
const{status:i}=e.embedding
i!==t&&this.#e.statusChanged(i,t),this.#I(e)
for(const e of this.#u)this.#v(e,s.FETCH_AGENT_DATA_FROM_CCP)}#A(){if(!this.#g)return
this.#g=!1
const{region:e,embedding:t}=this.#b,i={activeRegion:e,activeCcpUrl:new URL(t.options.ccpUrl,document.baseURI).origin}
this.#e.bus.trigger(n.FAILOVER_COMPLETE,i)
for(const e of this.#u)this.#v(e,n.FAILOVER_COMPLETE,i)}}
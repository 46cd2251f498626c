import{TwoWayConduit as t}from"./two-way-conduit.js"
import{randomId as e}from"../../conduit/random-id.js"
import{API_EVENTS as s,MASTER_EVENTS as i,RequestClient as n}from"../../conduit/request-client.js"
import{PortStream as o,WindowStream as r}from"../../conduit/stream.js"
import{isAgentData as a,isRecord as d}from"../../conduit/wire.js"
import{AgentEvents as h,ConfigurationEvents as c,DisasterRecoveryEvents as m,EventType as u}from"../../events/event-names.js"
import{Authorization as p}from"./authorization.js"
import{StandbyDuty as l}from"./disaster-recovery.js"
import{FramedSoftphone as g}from"./framed-softphone.js"
import{answerMediaDeviceRequests as w,browserDevices as E}from"./media-devices.js"
import{ParentPeer as f}from"./parent-peer.js"
import{ResilientRegion as A}from"./resilient-region.js"
import{mayGoUp as S}from"./upward-rules.js"
const I=1e3,R="tab_id",T=["softphone","chat","task","email","ringtone","autoAcceptTone","pageOptions","shouldAddNamespaceToLogs","showInactivityModal","disasterRecoveryOn","enableGlobalResiliency","instanceState"],D=/^(agent|contact|connection|webSocket)::/,_=/*#__PURE__*/new Set(["qrIntegrationExists","qrSearchQuickResponses","startScreenSharing"]),C=t=>Promise.reject(new Error(`${t} is not available in this CCP`))
function O(t){try{return t.sessionStorage}catch{return null}}function y(t,e){return{send:s=>e()&&t.send(s),onMessage:(s,i)=>t.onMessage(t=>e()&&s(t),i)}}export class CcpPage{#t
#e
#s
#i
#n
#o=new Set
#r=null
#a=null
#d=!1
#h=null
#c=null
#m=null
constructor(e){this.#t=e
const{window:a,port:d,signal:h,onError:c}=e
this.framed=a.parent!==a,this.#e=O(a)
const m=this.framed?new f(a,e.allowedOrigins):null
this.parentOrigin=m?.origin??null
const u=m&&y(new r(a,m),e.isLinkAlive??(()=>!0))
this.conduit=new t({name:"ConnectSharedWorkerConduit",upstream:new o(d),downstream:u??void 0,signal:h,onError:c}),this.conduit.onAllUpstream((t,e)=>this.#u(e,t)),this.conduit.onAllDownstream((t,e)=>this.#p(e,t)),this.api=new n(this.conduit,s),this.master=new n(this.conduit,i),this.#s=new p({conduit:this.conduit,storage:this.#e,authorize:e.authorize,signInAgain:e.signInAgain??(()=>this.#l()),delay:e.authorizeDelay,signal:h}),this.#i=new g({conduit:this.conduit,masterClient:this.master,allowed:!this.framed,broadcast:(t,e)=>this.broadcast(t,e),hasMicrophone:e.hasMicrophone}),this.#n=new A({...this.#g(),regions:e.regions}),this.#w(),this.#E(),this.#f()}get agent(){return this.#a}get portId(){return this.#h}get settings(){return this.#r}get outerContext(){return{streamsVersion:this.#c,frameStyle:this.#m}}authorize(){return this.#s.authorize()}broadcast(t,e){this.conduit.sendUpstream(u.BROADCAST,{event:t,data:e})}close(){this.conduit.sendUpstream(u.CLOSE)}#u(t,e){if(!this.#n.isSilent||!D.test(t)){if(t===u.API_RESPONSE||t===u.MASTER_RESPONSE){const s=d(e)?String(e.requestId):"",i=this.#o.delete(s),n=t===u.MASTER_RESPONSE&&!this.master.pending.has(s)
if(!i&&!n)return}this.conduit.sendDownstream(t,e)}}#p(t,e){if(S(t,e)){if(t===u.API_REQUEST||t===u.MASTER_REQUEST){if(!d(e)||"string"!=typeof e.requestId)return
if(_.has(e.method))return void this.#A(e.requestId,String(e.method),e.params)
this.#o.add(e.requestId)}this.conduit.sendUpstream(t,e)}}async#A(t,e,s){const i=this.#t.proxy??C
let n
try{n={data:await i(e,s)}}catch(t){n={err:{type:"ApiProxyError",message:t instanceof Error?t.message:String(t)}}}this.conduit.sendDownstream(u.API_RESPONSE,{requestId:t,...n})}#w(){const{conduit:t}=this
t.onUpstream(u.ACKNOWLEDGE,e=>{null===this.#h&&d(e)&&"string"==typeof e.id&&(this.#h=e.id,t.sendUpstream(u.TAB_ID,{tabId:this.#S()}))}),t.onUpstream(h.UPDATE,e=>{a(e)&&(this.#a=e,this.#d&&t.sendDownstream(h.FETCH_AGENT_DATA_FROM_CCP,e),this.#d=!1)}),t.onUpstream(u.TERMINATED,()=>this.#l())}#E(){const{conduit:t}=this
t.onDownstream(u.CONFIGURE,t=>this.#I(t))
const{window:e,mediaDevices:s=()=>E(e)}=this.#t
w(t,s),t.onDownstream(u.OUTER_CONTEXT_INFO,t=>{d(t)&&(this.#c=t.streamsVersion)}),t.onDownstream(u.IFRAME_STYLE,t=>{this.#m=t}),t.onDownstream(h.FETCH_AGENT_DATA_FROM_CCP,()=>{this.#a?t.sendDownstream(h.FETCH_AGENT_DATA_FROM_CCP,this.#a):this.#d=!0}),t.onDownstream(m.INIT_DISASTER_RECOVERY,e=>{t.downstreamBus.unsubscribeEvent(m.INIT_DISASTER_RECOVERY),new l({...this.#g(),params:e,pending:e=>{t.sendDownstream(m.FAILOVER_PENDING,{nextActiveArn:e})}})})}#g(){const{conduit:t,api:e,master:s}=this
return{conduit:t,api:e,master:s,agent:()=>this.#a,authorize:this.#t.authorize}}#I(t){if(this.#r={},!d(t))return
const e=this.#r=Object.fromEntries(T.map(e=>[e,t[e]]))
this.broadcast(c.CONFIGURE,e),this.#i.configure(e.softphone)}#f(){const{window:t,signal:e}=this.#t
if(t.addEventListener("pagehide",()=>this.close(),{signal:e}),t.addEventListener("pageshow",t=>{t.persisted&&this.#l()},{signal:e}),!this.framed)return
const s=setTimeout(()=>{this.#r||this.conduit.sendDownstream(u.REQUEST_CONFIGURE)},I)
e.addEventListener("abort",()=>clearTimeout(s),{once:!0})}#l(){const{reload:t,window:e}=this.#t
t?t():e.location.reload()}#S(){const t=this.#e?.getItem(R)
if(t)return t
const s=e()
return this.#e?.setItem(R,s),s}}
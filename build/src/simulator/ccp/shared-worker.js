import{randomId as t}from"../../conduit/random-id.js"
import{isEnvelope as s,isRecord as o}from"../../conduit/wire.js"
import{AgentEvents as e,DisasterRecoveryEvents as n,EventType as r,WebSocketEvents as i}from"../../events/event-names.js"
import{AgentPoller as a,DEFAULT_PACE as h}from"./agent-poller.js"
import{apiMetric as l}from"./api-metric.js"
import{CcpPorts as p}from"./ccp-ports.js"
import{ClientLogs as c}from"./client-logs.js"
import{errorText as d,statusOf as u,UNAUTHORIZED as E}from"./cti-service-client.js"
import{MasterTopics as T}from"./master-topics.js"
import{RegionPoller as m}from"./region-poller.js"
import{SocketManager as S}from"./socket-manager.js"
import{Standby as g}from"./standby.js"
const A=t=>o(t)&&"string"==typeof t.requestId,f=({params:t})=>o(t)?t:{}
export class CcpWorker{#t
#s
#o
#e
#n
#r
#i
#a
#h
#l
#p=""
#c=!1
#d=null
#u=null
constructor(t){const{service:s,pace:o,masters:e,regionPolling:n,openSocket:r,socketPace:i,onSession:l,onError:d}=t
this.#t=s,this.#h=l??(()=>{}),this.#l=d??(()=>{}),this.#s=new p(this.#l),this.#o=e??new T,this.#r=new g((t,s)=>this.#s.sendToAll(t,s)),this.#i=new m({...n,standby:this.#r,call:(t,o,e=this.#p)=>s.call(t,o,{authToken:e}),onTrouble:t=>this.#l(t,"polling for the active region")}),this.#n=new c(t=>{this.#E("sendClientLogs",{logEvents:t})}),this.#e=new a({pace:{...h,...o},call:(t,s,o)=>this.#T(t,s,o),onSnapshot:t=>this.#m(t),onConfiguration:t=>this.#S(t),onEnd:t=>this.#g(t),onTrouble:t=>this.#l(t,"polling")}),this.#a=r?new S({openSocket:r,getTransport:t=>this.#T("createTransport",{transportType:"web_socket"},t),tell:(t,s)=>this.#s.sendToAll(t,s),pace:i,onError:this.#l}):null}get connectedCcps(){return this.#s.size}get polling(){return this.#e.running}connect(s){if(this.#s.has(s))return
const o=this.#s.add(s,t())
this.#A(o),this.#s.send(o,r.ACKNOWLEDGE,{id:o.id}),this.#s.sendToAll(r.UPDATE_CONNECTED_CCPS,this.#s.count())
const n=this.#e.running&&this.#f()
n&&this.#s.send(o,e.UPDATE,n)}async reloadConfiguration(){await this.#e.reloadConfiguration()}terminate(){this.#n.flush(),this.#e.forget(),this.#i.stop(),this.#r.reset(),this.#p="",this.#d=null,this.#u=null,this.#w(),this.#s.sendToAll(r.TERMINATED)}#A(t){const{conduit:o,port:e}=t
o.onDownstream(r.SYNCHRONIZE,()=>{this.#o.renew(t.id),this.#s.send(t,r.ACKNOWLEDGE)}),o.onDownstream(r.TAB_ID,s=>this.#I(t,s)),o.onDownstream(r.CLOSE,()=>this.#D(t)),o.onDownstream(r.CONFIGURE,t=>this.#C(t)),o.onDownstream(r.TERMINATE,()=>this.terminate()),o.onDownstream(r.RELOAD_AGENT_CONFIGURATION,()=>{this.reloadConfiguration()}),o.onDownstream(r.BROADCAST,t=>{s(t)&&this.#s.sendToAll(t.event,t.data)}),o.onDownstream(r.API_REQUEST,s=>{this.#k(t,s)}),o.onDownstream(r.MASTER_REQUEST,s=>this.#P(t,s)),o.onDownstream(n.SUPPRESS,t=>{this.#r.suppress(t),this.#r.isSuppressed||this.#R()}),o.onDownstream(n.INIT_DR_POLLING,t=>this.#i.begin(t)),o.onDownstream(n.FORCE_OFFLINE,t=>this.#r.forceOffline(t)),o.onDownstream(r.SEND_LOGS,t=>this.#b(t)),o.onDownstream(i.SUBSCRIBE,t=>this.#a?.subscribe(t)),o.onDownstream(i.SEND,t=>this.#a?.send(t)),e.addEventListener("close",()=>this.#D(t),{once:!0})}#D(t){this.#s.holds(t)&&(this.#s.remove(t),this.#o.release(t.id),this.#s.sendToAll(r.UPDATE_CONNECTED_CCPS,this.#s.count(t.tabId)))}#I(t,s){o(s)&&"string"==typeof s.tabId&&s.tabId!==t.tabId&&(t.tabId=s.tabId,this.#s.sendToAll(r.UPDATE_CONNECTED_CCPS,this.#s.count(t.tabId)))}#C(t){o(t)&&"string"==typeof t.authToken&&""!==t.authToken&&(this.#p=t.authToken,this.#e.start(),this.#a?.start())}#m(t){this.#d=t,this.#y(),this.#R()}#S(t){this.#u=t,this.#y(),this.#R()}#y(){this.#c||(this.#c=!0,this.#h(!0))}#R(){const t=this.#f()
t&&this.#s.sendToAll(e.UPDATE,t)}#f(){const t=this.#d&&this.#u&&this.#r.filter(this.#d)
return t&&this.#u&&{snapshot:t,configuration:this.#u}}#g(t){if("denied"===t)return this.#s.sendToAll(r.ACCESS_DENIED)
this.#w(),this.#s.sendToAll(r.AUTH_FAIL),this.#s.sendToAll(r.CTI_AUTHORIZE_RETRIES_EXHAUSTED)}#w(){this.#c=!1,this.#a?.stop(),this.#h(!1)}async#T(t,s,o){const e=this.#p
try{return await this.#t.call(t,s,{signal:o,authToken:e})}catch(n){if(u(n)!==E||""===this.#p||e===this.#p||o?.aborted)throw n
return this.#T(t,s,o)}}async#E(t,s){try{await this.#T(t,s)}catch(s){this.#l(s,t)}}async#k(t,s){if(!A(s))return
const{requestId:o,method:e}=s,n=(s,e)=>this.#s.send(t,r.API_RESPONSE,{event:r.API_RESPONSE,requestId:o,data:s,err:e}),i=performance.now()
let a=200
try{if("string"!=typeof e)throw new TypeError("An API request needs a method.")
if(!n(await this.#T(e,f(s)),null))throw new TypeError(`The answer to ${e} cannot be sent.`)}catch(t){a=u(t),n(void 0,d(t))}a===E&&this.#s.sendToAll(r.AUTH_FAIL,{authorize:!0}),this.#s.sendToAll(r.API_METRIC,l(String(e),performance.now()-i,a))}#P(t,s){if(!A(s))return
const o={event:r.MASTER_RESPONSE,requestId:s.requestId,err:null}
try{const e=this.#o.answer(t.id,s.method,s.params)
if(e.takeOver)return this.#s.sendToAll(r.MASTER_RESPONSE,{...o,data:e})
this.#s.send(t,r.MASTER_RESPONSE,{...o,data:e})}catch(s){this.#s.send(t,r.MASTER_RESPONSE,{...o,err:d(s)})}}#b(t){if(Array.isArray(t)){for(const s of t)this.#s.sendToAll(r.LOG,s)
this.#n.add(t)}}}
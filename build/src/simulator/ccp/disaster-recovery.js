import{isRecord as t}from"../../conduit/wire.js"
import{AgentEvents as n,DisasterRecoveryEvents as s,MasterTopics as i}from"../../events/event-names.js"
const e=({type:t})=>"voice"===t||"queue_callback"===t,o=({connections:t})=>t.find(({type:t})=>"agent"===t)
export class StandbyDuty{#t
#n
constructor(i){this.#t=i
const{conduit:e,params:o}=i,{SET_OFFLINE:a,FORCE_OFFLINE:c}=s
e.onDownstream(a,t=>{this.#s(t)}),e.onUpstream(c,t=>{this.#s(t)}),e.onUpstream(s.FAILOVER,n=>{t(n)&&!0===n.isPrimary&&(this.#n=void 0)}),e.onUpstream(n.UPDATE,()=>{this.#n&&this.#i(this.#n.soft,this.#n.nextActiveArn)})
const{pollForFailover:r,isPrimary:l,instanceArn:p,otherArn:h}=t(o)?o:{}
r?this.#e(p,h):this.#o(!l),r||l||this.#i(!1,void 0)}#o(t){const n={suppress:t,shouldSendFailoverDownstream:!1}
this.#t.conduit.sendUpstream(s.SUPPRESS,n)}async#e(t,n){const{conduit:i,authorize:e}=this.#t
try{const{authToken:o}=await e()
i.sendUpstream(s.INIT_DR_POLLING,{instanceArn:t,otherArn:n,authToken:o})}catch{this.#o(!0)}}async#s(n){const{softFailover:s,nextActiveArn:e}=t(n)?n:{}
try{const n=await this.#t.master.call("checkMaster",{topic:i.FAILOVER})
t(n)&&!0===n.isMaster&&await this.#i(!0===s,e)}catch{}}async#i(t,n){const{conduit:i,agent:o,pending:a}=this.#t,c=o(),r=t?c?.snapshot.contacts.filter(e)??[]:[],l=void 0!==this.#n
if(this.#n=!c||r.length>0?{soft:t,nextActiveArn:n}:void 0,!c)return
r.length>0&&!l&&a(n)
const p=c.snapshot.contacts.filter(t=>!r.includes(t)),h=await Promise.allSettled(p.map(t=>this.#a(t)))
if(r.length>0)return
if(h.some(({status:t})=>"rejected"===t))return void i.sendUpstream(s.FORCE_OFFLINE,{offline:!0})
const f=p.length>0?{offline:!1}:{offline:!1,nextActiveArn:n}
i.sendUpstream(s.FORCE_OFFLINE,f),await this.#c(c)}async#a(t){const n=o(t),{contactId:s}=t
n&&"ended"!==t.state.type&&await this.#t.api.call("destroyConnection",{contactId:s,connectionId:n.connectionId})}async#c({configuration:t}){const n=t.agentStates?.find(({type:t})=>"offline"===t)
if(n)try{await this.#t.api.call("putAgentState",{state:n,enqueueNextState:!1})}catch{}}}
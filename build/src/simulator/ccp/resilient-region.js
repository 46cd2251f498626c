import{isRecord as s}from"../../conduit/wire.js"
import{AgentEvents as i,DisasterRecoveryEvents as t,EventType as n,GlobalResiliencyEvents as e}from"../../events/event-names.js"
import{StandbyDuty as o}from"./disaster-recovery.js"
const r={errorType:"LILY_AGENT_CONFIG_MISSING",error:"The session is for one region: sign in by loginUrl."}
export class ResilientRegion{#s
#i
#t=!1
#n
constructor(i){this.#s=i
const{conduit:t,regions:o}=i
this.#i=void 0!==o
const{VALIDATE_GLOBAL_SIGNIN:a,GLOBAL_SIGNIN_VALID:c,GLOBAL_SIGNIN_INVALID:A}=e
t.onDownstream(a,()=>{o?t.sendDownstream(c):t.sendDownstream(A,r)}),o&&t.onDownstream(n.OUTER_CONTEXT_INFO,i=>{const t=s(i)?i.initCCPParams:void 0
this.#i=s(t)&&!0===t.enableGlobalResiliency,this.#i?this.#t||this.#e(o):this.#o()})}get isSilent(){return this.#i&&!this.#n}#e({own:i,other:n}){this.#t=!0
const{conduit:r}=this.#s,{FAILOVER:a,FORCE_OFFLINE:c,SET_OFFLINE:A}=t,{CONFIGURE_CCP_CONDUIT:h,FAILOVER_DETECTED:p,FAILOVER_INITIATED:I,FAILOVER_PENDING:m,FORCE_FAILOVER:v}=e,O=(s,i)=>{r.sendDownstream(s,{activeRegion:i})}
r.onUpstream(c,t=>{s(t)&&t.nextActiveArn===n.instanceArn&&(this.#n?O(p,n.name):this.#r(i,n,!1))}),r.onUpstream(a,t=>{s(t)&&(t.nextActiveArn===i.instanceArn?this.#r(i,n,!0):!1===t.isPrimary&&this.#n&&O(I,n.name))}),r.onDownstream(h,t=>{const e=s(t)&&"active"===t.instanceState
if(void 0===this.#n)return this.#r(i,n,e),void this.#a(!e)
this.#n!==e&&this.#a(!e),this.#n=e,e&&this.#o()}),r.onDownstream(v,()=>{this.#n&&(this.#a(!0),r.downstreamBus.trigger(A,{softFailover:!1,nextActiveArn:n.instanceArn}))})
const d={pollForFailover:!0,instanceArn:i.instanceArn,otherArn:n.instanceArn}
new o({...this.#s,params:d,pending:()=>O(m,n.name)})}#r(s,i,t){void 0===this.#n&&(this.#n=t,this.#s.conduit.sendDownstream(e.INIT,{instanceRegion:s.name,instanceState:t?"active":"inactive",activeRegion:(t?s:i).name}),t&&this.#o())}#o(){const{conduit:s,agent:t}=this.#s,n=t()
n&&s.sendDownstream(i.UPDATE,n)}#a(s){const i={suppress:s,shouldSendFailoverDownstream:!1}
this.#s.conduit.sendUpstream(t.SUPPRESS,i)}}
import{logout as t}from"../../src/index.js"
import{STANDBY_RETRY as i}from"../../src/sign-in/defaults.js"
import{ActiveConnect as e}from"../../src/resiliency/active-connect.js"
import{RegionPair as n}from"../../src/resiliency/region-pair.js"
export class RegionCoordinator{#t
#i
#e
#n=new e(()=>this.active.connect)
#s=new AbortController
#r
constructor(t,i,e,n){this.#t=t,this.#i=e,this.#e=n
const{signal:r}=this.#s,[o,a]=t
this.#r=this.#o(i,i===o?a:o)
for(const[t,i]of[[o,a],[a,o]])t.addEventListener("connect-ready",()=>s(i),{signal:r}),t.addEventListener("connect-status-change",({previous:t})=>{"terminated"===t&&i.status===t&&i.retry()},{signal:r})}get active(){return this.#r.active}get standby(){return this.#r.standby}get pair(){return this.#r}lead(){for(const t of this.#t)t.manage(this)}end(){this.#r.end(),this.#n.end(),this.#s.abort()}optionsFor(t){const{loginUrl:e,polls:n}=this.#i,[s,r]=this.#t,o=t===s,[a,c]=o?[s,r]:[r,s]
return{ccpUrl:a.ccpUrl,region:a.region.split(".")[0],disasterRecoveryOn:!0,pollForFailover:n,otherArn:c.instanceArn,isPrimary:()=>this.isActive(a),loginUrl:e??a.loginUrl,...!o&&{loginMode:"none",retry:i}}}begins(){this.#s.signal.aborted||(this.#r.end(),this.#r=this.#o(this.active,this.standby))}isActive(t){return t===this.active}login(){const[t,i]=this.#t
if("terminated"===t.status)return t.retry()
t.connect.core.login(),s(i)}async logout(){t(this.standby.connect).catch(()=>{}),await t(this.active.connect)}#o(t,i){return new n(t,i,{ready(){},pending:()=>this.#e.pending(),complete:()=>{s(this.active),this.lead(),this.#e.complete()}})}}function s(t){"signed-out"!==t.status&&"expired"!==t.status||t.retry()}
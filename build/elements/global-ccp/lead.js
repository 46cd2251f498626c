import{withChanges as t}from"../base/host-state.js"
import{ConnectCommandEvent as e,ConnectErrorEvent as s,ConnectFailoverCompleteEvent as o,ConnectFailoverPendingEvent as i}from"../events.js"
import{enGlobalCcp as n}from"../lang/en-global-ccp.js"
import{RegionSet as r}from"./region-set.js"
const l=({agent:t})=>"routable"===t?.state.type
export class GlobalLead{#t
#e
#s
#o
#i
#n=[()=>"",""]
constructor(t,e,s,o){this.#t=t,this.#e=e,this.#s=o,this.words=s(t=>({dir:"ltr",globalCcp:n(t)})),this.set=new r(t,{wishes:()=>({htmlFor:t.htmlFor,loginUrl:t.loginUrl,polls:!t.withoutPolling}),terms:()=>this.words.terms.globalCcp,follow:t=>this.#r(t),wrong:t=>this.#l(t),pending:()=>this.#a(),complete:()=>this.#c()})}get notice(){const[t,e]=this.#n
return[t(this.words.terms.globalCcp),e]}stateChanged(){if("news"!==this.#n[1]||!l(this.#e.state))return
const{region:t}=this.active
this.#h(e=>e.region(t),"")}#l(t){this.#h(()=>t,"wrong"),this.#e.fail({code:"bad-regions",message:t})}#r(e){if(this.#o?.abort(),this.active=e,this.#g(),this.#h(t=>e?t.region(e.region):"",""),!e)return this.#e.reset("idle")
const{signal:o}=this.#o=new AbortController
e.subscribe(t=>t,s=>this.#e.mirror(t(s,{region:e.region})),{signal:o}),e.addEventListener("connect-error",({error:t})=>this.#t.dispatchEvent(new s(t)),{signal:o})}#g(){this.#i?.abort()
const{signal:t}=this.#i=new AbortController
for(const s of this.set.regions){const o=t=>{s!==this.active&&"pending"===t.phase||this.#t.dispatchEvent(new e(t))}
s.addEventListener("connect-command",o,{signal:t})}}#a(){const{active:t,standby:e}=this.set.coordinator
this.#h(t=>t.pending(e.region),"pending"),this.#t.dispatchEvent(new i(t.region,e.region))}#c(){const{active:t,standby:e}=this.set.coordinator,s=e.getRootNode().activeElement===e
this.#r(t)
const i=l(this.#e.state)
this.#h(e=>e.complete(t.region,i),"news"),s&&t.updateComplete.then(()=>t.connect.core.getFrame()?.focus()),this.#t.dispatchEvent(new o(t.region))}#h(t,e){this.#n=[t,e],this.#s("pending"===e&&"failover-pending","wrong"===e&&"bad-regions"),this.#t.requestUpdate()}}
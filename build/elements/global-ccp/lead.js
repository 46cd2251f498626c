import{withChanges as t}from"../host/state.js"
import{ConnectCommandEvent as e,ConnectErrorEvent as s,ConnectFailoverCompleteEvent as o,ConnectFailoverPendingEvent as i}from"../host/events.js"
import{enGlobalCcp as n}from"./en.js"
import{RegionSet as r}from"./region-set.js"
const l=({agent:t})=>"routable"===t?.state.type
export class GlobalLead{#t
#e
#s
#o
#i
#n=[()=>"",""]
constructor(t,e,s,o){this.#t=t,this.#e=e,this.#s=o,this.words=s(t=>({dir:"ltr",globalCcp:n(t)})),this.set=new r(t,{wishes:()=>({htmlFor:t.htmlFor,loginUrl:t.loginUrl,polls:!t.withoutPolling}),terms:()=>this.words.terms.globalCcp,follow:t=>this.#r(t),wrong:t=>this.#l(t),pending:()=>this.#h(),complete:()=>this.#a()})}get notice(){const[t,e]=this.#n
return[t(this.words.terms.globalCcp),e]}stateChanged(){if("news"!==this.#n[1]||!l(this.#e.state))return
const{region:t}=this.active
this.#c(e=>e.region(t),"")}#l(t){this.#c(()=>t,"wrong"),this.#e.fail({code:"bad-regions",message:t})}#r(e){if(this.#o?.abort(),this.active=e,this.#g(),this.#c(t=>e?t.region(e.region):"",""),!e)return this.#e.reset("idle")
const{signal:o}=this.#o=new AbortController
e.subscribe(t=>t,s=>this.#e.mirror(t(s,{region:e.region})),{signal:o}),e.addEventListener("connect-error",({error:t})=>this.#t.dispatchEvent(new s(t)),{signal:o})}#g(){this.#i?.abort()
const{signal:t}=this.#i=new AbortController
for(const s of this.set.regions){const o=t=>{s!==this.active&&"pending"===t.phase||this.#t.dispatchEvent(new e(t))}
s.addEventListener("connect-command",o,{signal:t})}}#h(){const{active:t,standby:e}=this.set.coordinator
this.#c(t=>t.pending(e.region),"pending"),this.#t.dispatchEvent(new i(t.region,e.region))}#a(){const{active:t,standby:e}=this.set.coordinator,s=e.getRootNode().activeElement===e
this.#r(t)
const i=l(this.#e.state)
this.#c(e=>e.complete(t.region,i),"news"),s&&t.updateComplete.then(()=>t.connect.core.getFrame()?.focus()),this.#t.dispatchEvent(new o(t.region))}#c(t,e){this.#n=[t,e],this.#s("pending"===e&&"failover-pending","wrong"===e&&"bad-regions"),this.#t.requestUpdate()}}
import{isRecord as t}from"../../conduit/wire.js"
import{pause as n}from"./abortable.js"
import{composeConfiguration as o,composeSnapshot as i}from"./agent-update.js"
import{ACCESS_DENIED as e,statusOf as s,UNAUTHORIZED as r}from"./cti-service-client.js"
export const DEFAULT_PACE=/*#__PURE__*/Object.freeze({longPoll:3e4,snapshotPause:100,retryPause:5e3,configurationPause:3e4,unauthorizedRetries:20,deniedRetries:10})
const a=500
async function u(n,o,i){const e=[]
let s=null
do{const r=await n({...o,nextToken:s,maxResults:a})
if(!t(r)||!Array.isArray(r[i]))throw new TypeError(`A page without ${i}`)
e.push(...r[i]),s=r.nextToken??null}while(null!==s)
return e}export class AgentPoller{#t
#n=null
#o=null
#i={unauthorized:0,denied:0}
#e=0
#s=0
constructor(t){this.#t=t}get running(){return null!==this.#n}start(){if(this.#n)return
this.#n=new AbortController,this.#i={unauthorized:0,denied:0}
const{signal:t}=this.#n
this.#r(t),this.#a(t)}stop(){this.#n?.abort(),this.#n=null}forget(){this.stop(),this.#o=null}async reloadConfiguration(){this.#n&&await this.#u(this.#n.signal,t=>this.#l(t))}async#r(o){const{longPoll:e,snapshotPause:s,retryPause:r}=this.#t.pace
for(;!o.aborted;){const a=await this.#u(o,async()=>{const n=await this.#h("getAgentSnapshot",{nextToken:this.#o,timeout:e},o)
if(!o.aborted){if(!t(n)||!t(n.snapshot))throw new TypeError("An answer without a snapshot")
this.#o=n.nextToken,this.#t.onSnapshot(i(n.snapshot,Date.now()))}})
await n(a?s:r,o)}}async#a(t){const{configurationPause:o,retryPause:i}=this.#t.pace
for(;!t.aborted;){const e=await this.#u(t,()=>this.#l(t))
await n(e?o:i,t)}}async#l(n){const i=++this.#e,e=await this.#h("getAgentConfiguration",{},n)
if(!t(e)||!t(e.configuration))throw new TypeError("An answer without a configuration")
const s=e.configuration,{routingProfile:r}=s,a=(t,o,i={})=>u(o=>this.#h(t,o,n),i,o),[l,h,c,g]=await Promise.all([a("getAgentPermissions","permissions"),a("getAgentStates","states"),a("getDialableCountryCodes","countryCodes"),a("getRoutingProfileQueues","queues",{routingProfileARN:r.routingProfileARN})])
n.aborted||i<this.#s||(this.#s=i,this.#t.onConfiguration(o({...s,permissions:l,agentStates:h,dialableCountries:c,routingProfile:{...r,queues:g}})))}async#h(t,n,o){const i=await this.#t.call(t,n,o)
return this.#i={unauthorized:0,denied:0},i}async#u(t,n){try{return await n(t),!0}catch(n){if(t.aborted)return!1
const o=this.#c(s(n))
return o?(this.stop(),this.#t.onEnd(o),!1):(this.#t.onTrouble?.(n),!1)}}#c(t){const{unauthorizedRetries:n,deniedRetries:o}=this.#t.pace
return t===r&&++this.#i.unauthorized>n?"unauthorized":t===e&&++this.#i.denied>o?"denied":null}}
import{isRecord as t}from"../../conduit/wire.js"
import{pause as n}from"./abortable.js"
import{ACCESS_DENIED as r,CtiError as o,statusOf as i,UNAUTHORIZED as s}from"./cti-service-client.js"
const e=6e4,a=1e4
async function l(t,n){const r=await fetch(t,{signal:n})
if(!r.ok)throw new o("",`The active region is not told: ${r.status}.`,r.status)
return r.json()}function c(n){const{InstanceArn:r,TerminateActiveContacts:o}=t(n)?n:{}
if("string"==typeof r&&r&&"boolean"==typeof o)return{instanceArn:r,isSoft:!o}
throw new TypeError("An answer that names no active region")}export class RegionPoller{#t
#n=null
#r=null
#o=""
constructor(t){this.#t=t}begin(n){if(this.#o&&this.#n)return void this.#i(this.#n.signal,!0,!1)
const{instanceArn:r,otherArn:o,authToken:i}=t(n)?n:{}
this.#r={ownArn:String(r),otherArn:String(o),authToken:"string"==typeof i?i:void 0},this.stop(),this.#n=new AbortController,this.#s(this.#n.signal)}stop(){this.#n?.abort(),this.#n=null,this.#o=""}async#s(t){const{pause:r=e,standby:o,onTrouble:i}=this.#t
try{const n=await this.#e()
if(t.aborted)return
this.#o=n}catch(n){if(t.aborted)return
return i(n),void o.cannotAsk()}for(await this.#i(t,!0,!0);!t.aborted;)await n(r,t),t.aborted||await this.#i(t,!1,!1)}async#i(t,n,r){const o=this.#r
try{const i=c(await this.#a(t))
if(t.aborted)return
if(this.#t.standby.heard(i,{...o,isFirstForCcp:n,isFirstForWorker:r}))return
throw new Error(`${i.instanceArn} is to be active: neither ${o.ownArn} nor ${o.otherArn}`)}catch(n){t.aborted||this.#t.onTrouble(n)}}async#a(t){const{discover:n=l}=this.#t,o=()=>n(this.#o,AbortSignal.any([t,AbortSignal.timeout(a)]))
try{return await o()}catch(n){if(t.aborted||![s,r].includes(i(n)))throw n
return this.#o=await this.#e(),o()}}async#e(){const n=await this.#t.call("createTransport",{transportType:"agent_discovery"},this.#r?.authToken),r=t(n)?n.agentDiscoveryTransport:void 0
if(t(r)&&"string"==typeof r.presignedUrl)return r.presignedUrl
throw new TypeError("An answer without an address")}}
import{watchMicrophone as e}from"../../src/index.js"
const s=["idle","duplicate","terminated"]
export class AudioWatch{#e
#s=null
#t="unknown"
#n=null
constructor(e){this.#e=e,e.store.subscribe(({status:e})=>e,e=>{s.includes(e)?this.#i():this.#o(),this.#l()},void 0)}#o(){if(this.#s)return
const{signal:s}=this.#s=new AbortController,{connect:t,takesCalls:n,followOwner:i,ownerChanged:o}=this.#e,{core:l,AgentEvents:r}=t()
i(t(),o,{signal:s}),n()&&(l.getEventBus().subscribe(r.REFRESH,()=>this.#l(),{signal:s}),e(e=>{this.#t=e,this.#l()},{signal:s}))}#i(){this.#s?.abort(),this.#s=null,this.#t="unknown",this.#n=null}get#r(){const{store:e,connect:s}=this.#e
if("ready"!==e.state.status)return!1
const t=new(s().Agent)
return t.isSoftphoneEnabled()&&t.getChannelConcurrency("VOICE")>0}#l(){const{store:e,words:s}=this.#e,t=this.#t,n="denied"!==t&&"missing"!==t||!this.#r?null:t
if(n===this.#n)return
if(this.#n=n,!n)return e.mend()
const i=`microphone-${n}`
e.fail({code:i,message:s()[i]("")})}}
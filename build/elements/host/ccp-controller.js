import{resolveHost as t}from"./binding.js"
import{warnOfChoice as s,watchHosts as e}from"./registry.js"
import{INITIAL_STATE as i}from"./state.js"
export class CcpController{#t
#s=[]
#e=null
#i
#h
constructor(t){this.#t=t,t.addController(this)}get host(){return this.#e}get state(){return this.#e?.state??i}watch(t){this.#s.push(t),this.#e&&this.#o(t)}request(t){return!(!this.#t.dispatchEvent(t)||!this.#e||(this.#e.perform(t),0))}resolve(){if(!this.#i)return
const{host:s,isAmbiguous:e}=t(this.#t,this.#t)
this.#n(s),e&&this.#r()}async#r(){await this.#t.updateComplete,this.#i&&t(this.#t,this.#t).isAmbiguous&&s(this.#t)}hostConnected(){this.#i??=e(()=>this.resolve()),this.resolve()}hostDisconnected(){this.#i?.(),this.#i=void 0,this.#n(null)}#n(t){if(t!==this.#e){this.#h?.abort(),this.#h=t?new AbortController:void 0,this.#e=t
for(const t of this.#s)this.#o(t)
this.#t.requestUpdate(),this.onHost?.(t)}}#o(t){this.#e?.subscribe(t,()=>this.#t.requestUpdate(),{signal:this.#h?.signal})}}
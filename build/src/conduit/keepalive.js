import{LinkEventType as t}from"../events/event-names.js"
import{ScopedTimer as s}from"./scoped-timer.js"
const i=2e3,e=7e4
export class Keepalive{#t
#s
#i=!1
#e=0
constructor(t){this.#t=t,this.#s=new s(t.signal)}start(){const{conduit:s,synTimeout:i}=this.#t
this.#i||s.onUpstream(t.ACKNOWLEDGE,()=>this.#n(i,()=>this.#o())),this.#i=!0,this.#o()}check(){this.#s.running&&(this.#a(),this.#o())}#o(){const{conduit:s,ackTimeout:e,synTimeout:n,onSilence:o}=this.#t
this.#n(e,t=>{if(t>i)return this.#o()
o(),this.#n(n,()=>this.#o())}),s.sendUpstream(t.SYNCHRONIZE)}#n(t,s){this.#e=Date.now()+t,this.#s.start(t,()=>s(this.#a()))}#a(){const t=Date.now()-this.#e
return t>e&&this.#t.onWake(),t}}
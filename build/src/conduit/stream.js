import{isEnvelope as s}from"./wire.js"
export class PortStream{constructor(s){this.port=s}send(s){return this.port.postMessage(s),!0}onMessage(t,e){this.port.addEventListener("message",e=>{s(e.data)&&t(e.data)},{signal:e}),this.port.start()}}export class WindowStream{#s
#t
constructor(s,t){this.#s=s,this.#t=t}send(s){const{window:t,origin:e}=this.#t
return!(!t||!e||(t.postMessage(s,e),0))}onMessage(t,e){this.#s.addEventListener("message",e=>{null!==e.source&&e.source===this.#t.window&&this.#t.admits(e.origin,e)&&s(e.data)&&t(e.data)},{signal:e})}}
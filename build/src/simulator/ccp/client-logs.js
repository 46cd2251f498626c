import{isRecord as t}from"../../conduit/wire.js"
const i=400
export class ClientLogs{#t=[]
#i
constructor(t){this.#i=t}add(s){for(const i of s)t(i)&&this.#t.push({timestamp:i.time,component:i.component,message:i.text})
this.#t.length>i&&this.flush()}flush(){if(0===this.#t.length)return
const t=this.#t
this.#t=[],this.#i(t)}clear(){this.#t=[]}}
import{SocketTopic as t}from"../ccp/socket.js"
import{isRecord as i}from"../../conduit/wire.js"
export const SOCKET_OPERATIONS=/*#__PURE__*/Object.freeze([t.HEARTBEAT,t.SUBSCRIBE])
const e=/^aws\/[a-z-]+$/,s=1006
function o(t){try{const e=JSON.parse(t)
return i(e)?e:{}}catch{return{}}}export class SocketServer{#t
#i=new Set
#e=new Set
#s=!1
#o=()=>{}
constructor(t){this.#t=t}get size(){return this.#i.size}connect(t){const i={listener:t,topics:new Set}
return this.#e.add(i),queueMicrotask(()=>this.#n()),{send:t=>this.#i.has(i)&&this.#c(i,o(t)),close:()=>(this.#e.delete(i),void this.#i.delete(i))}}publish(t,i){const e=JSON.stringify({topic:t,contentType:"application/json",content:JSON.stringify(i)})
for(const{listener:i,topics:s}of[...this.#i])s.has(t)&&i.received(e)}drop(t){this.#o(),this.#s=!0
const i=[...this.#i]
this.#i.clear()
for(const{listener:t}of i)t.closed(s,"")
const e=()=>{this.#s=!1,this.#n()}
t<=0?e():Number.isFinite(t)&&(this.#o=this.#t.clock.setTimer(t,e))}#n(){if(!this.#s)for(const t of[...this.#e])this.#e.delete(t),this.#i.add(t),t.listener.opened()}#c({listener:s,topics:o},{topic:n,content:c}){const r="string"==typeof n&&this.#t.fails(n),p=t=>s.received(JSON.stringify(t))
if(n!==t.HEARTBEAT||r||p({topic:n}),n===t.SUBSCRIBE){const t=i(c)?c.topics:void 0,s=Array.isArray(t)?t.map(String):[],a=!r&&s.every(t=>e.test(t))
if(a)for(const t of s)o.add(t)
p({topic:n,content:{status:a?"success":"failure",topics:s}})}}}
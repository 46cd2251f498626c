import{randomId as e}from"../../conduit/random-id.js"
import{isRecord as t}from"../../conduit/wire.js"
import{SERVICE_COMMANDS as s}from"./script-channel.js"
const i=e=>s.includes(e)
export class ScriptServer{#e
#t=new Map
#s=e()
#i=new Set
#r=!1
constructor(e){this.#e=e
const{window:s}=e
s.addEventListener("message",e=>{if(s.parent===s||e.source!==s.parent)return
const[i]=e.ports
i&&t(e.data)&&"attach"===e.data.simulator&&this.#a(i)}),s.addEventListener("pagehide",()=>this.leave())}leave(){if(!this.#r){this.#r=!0
for(const[e,{received:t}]of this.#t)e.postMessage({simulator:"leaving",received:t})}}async settled(){await Promise.all(this.#i)}#a(e){if(this.#r)return
const s={received:0}
this.#t.set(e,s),e.addEventListener("message",({data:i})=>{if(this.#r||!t(i))return
if("detach"===i.simulator)return this.#t.delete(e),void e.close()
if("number"!=typeof i.id)return
s.received=i.id
const r=this.#n(e,i.id,i.command,Array.isArray(i.args)?i.args:[])
this.#i.add(r),r.then(()=>this.#i.delete(r))}),e.start(),e.postMessage({simulator:"attached",instance:this.#e.instance,page:this.#s})}async#n(e,t,s,i){try{e.postMessage({id:t,result:await this.#o(s,i)})}catch(s){e.postMessage({id:t,error:s instanceof Error?s.message:String(s)})}}#o(e,t){const{commands:s,link:r}=this.#e
if("string"==typeof e&&Object.hasOwn(s,e))return s[e]?.(...t)
if(i(e))return r().run(e,t)
throw new Error(`The simulator has no command "${String(e)}"`)}}
import{isRecord as t}from"../../conduit/wire.js"
const e=50
export class ScriptLink{#t
#e
#a=new AbortController
#n=null
#s=null
#i=!1
constructor(t,e){this.#t=t,this.#e=e}async attach(){await this.#r()}async run(t,e){return await this.#r(),this.#o((a,n)=>this.#h({command:t,args:e,resolve:a,reject:n}),`The simulator did not answer ${t} within ${this.#e} ms. If it never does, its shared worker has not started: is worker.js beside ccp.html?`)}nextLoad(){const t=new AbortController
return this.#o(e=>{const{signal:a}=t
this.#t()?.addEventListener("load",()=>e(),{signal:a,once:!0})},`The CCP frame did not load again within ${this.#e} ms`).finally(()=>t.abort())}detach(){this.#i||(this.#i=!0,this.#n&&this.#c(this.#n.port),this.#a.abort(new Error("detach() was called")),this.#l("detach() was called"))}async#r(){if(this.#i)throw new Error("This simulator is detached: call attachSimulator again")
return this.#n&&this.#n.frame!==this.#t()&&this.#l("the CCP frame was replaced"),this.#n?this.#n:(this.#s??=this.#d().finally(()=>this.#s=null),this.#s)}async#d(){const t=new AbortController
try{return await this.#o(a=>{const n=()=>{const e=this.#t()
e&&this.#m(e,t.signal,(t,n)=>a(this.#g(e,t,n)))},s=setInterval(n,e)
t.signal.addEventListener("abort",()=>clearInterval(s),{once:!0}),n()},()=>this.#u())}finally{t.abort()}}#m(e,a,n){const{port1:s,port2:i}=new MessageChannel
let r=!1
a.addEventListener("abort",()=>!r&&s.close(),{once:!0}),s.onmessage=({data:e})=>{t(e)&&"attached"===e.simulator&&!a.aborted&&(r=!0,n(s,e.page))},e.contentWindow?.postMessage({simulator:"attach"},new URL(e.src,document.baseURI).origin,[i])}#g(t,e,a){const n={frame:t,port:e,page:a,lastId:0,pending:new Map}
this.#n=n,e.onmessage=({data:t})=>this.#p(n,t)
const s=new AbortController
return t.addEventListener("load",()=>{if(this.#n!==n)return s.abort()
this.#m(t,this.#a.signal,(e,s)=>{if(s===a||this.#n!==n)return this.#c(e)
this.#l("the CCP page was loaded again"),this.#g(t,e,s)})},{signal:AbortSignal.any([this.#a.signal,s.signal])}),n}#c(t){t.postMessage({simulator:"detach"}),t.close()}#h(t){const e=this.#n
e?(e.lastId+=1,e.pending.set(e.lastId,t),e.port.postMessage({id:e.lastId,command:t.command,args:t.args})):this.#f(t)}async#f(t){try{await this.#r(),this.#h(t)}catch(e){t.reject(e instanceof Error?e:new Error(String(e)))}}#p(e,a){if(!t(a))return
if("leaving"===a.simulator)return this.#w(e,Number(a.received))
const n=e.pending.get(Number(a.id))
n&&(e.pending.delete(Number(a.id)),"string"==typeof a.error?n.reject(new Error(`${n.command}: ${a.error}`)):n.resolve(a.result))}#w(t,e){const a=[...t.pending].filter(([t])=>t>e).map(([,t])=>t)
for(const a of t.pending.keys())a>e&&t.pending.delete(a)
this.#n===t&&this.#l("the CCP page was loaded again")
for(const t of a)this.#f(t)}#l(t){const e=this.#n
if(this.#n=null,e){for(const{command:a,reject:n}of e.pending.values())n(new Error(`${a} got no answer: ${t}`))
e.pending.clear(),e.port.close()}}#u(){const t=this.#t()?.src
return t?`This CCP is not the simulator: nothing at ${t} answered within ${this.#e} ms. Use the simulator's page as ccp-url: dist/simulator/ccp.html of connect-ccp-elements, on any web server; a policy of this page must have its origin in frame-src.`:"There is no CCP frame to attach to: call initCCP or connect the element first"}async#o(t,e){const a=new AbortController
try{return await new Promise((n,s)=>{const i=setTimeout(()=>s(new Error("string"==typeof e?e:e())),this.#e)
a.signal.addEventListener("abort",()=>clearTimeout(i),{once:!0})
const{signal:r}=this.#a
r.addEventListener("abort",()=>s(r.reason),{once:!0,signal:a.signal}),t(n,s)})}finally{a.abort()}}}
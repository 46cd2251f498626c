import{CommandErrorType as e}from"../../src/index.js"
import{ConnectCommandEvent as t}from"../host/events.js"
import{asCommandError as n,follow as s,refusal as r}from"./command.js"
import{connectionIdOf as o,contactIdOf as i,textField as a}from"./request-fields.js"
const c=/^connect-(.+)-request$/,d=["contactId","connectionId","agentState","device","deviceId"],h=e=>JSON.stringify([e.type,...d.map(t=>a(e,t))])
export class CommandRunner{#e
#t
#n
#s=new WeakMap
#r=new Map
#o=new Set
constructor(e,t,n){this.#e=e,this.#t=t,this.#n=n}perform(e){let t=this.#s.get(e)
return t||this.#s.set(e,t=this.#i(e)),t}#i(e){const t=h(e),n=this.#r.get(t)
if(n)return n
const s=this.#a(e).finally(()=>this.#r.delete(t))
return null===a(e,"digits")&&this.#r.set(t,s),s}async#a(t){const a=this.#n(),d=c.exec(t.type)?.[1]??t.type,h=i(t),p=a.store.state.contacts.find(e=>e.contactId===h),u={operation:"hang-up"===d&&null===o(t)&&p?.can.includes("leave")?"leave":d,contactId:h}
let l
try{if(!this.#t.needsNoAgent(d)&&!a.store.state.agent)throw r(d,a.terms.notReady,e.NOT_CONNECTED)
l=this.#t.commandFor(d,t,a)}catch(e){return this.#c(u,"failed",n(d,e))}this.#o.add(u),this.#d(a,h),this.#c(u,"pending")
const m="run"in l?l.run():s(d,l,a.store),f=await m.catch(e=>({phase:"failed",error:n(d,e)}))
return this.#o.delete(u),this.#d(a,h),this.#c(u,f.phase,f.error)}#d({store:e},t){if(null===t)return
const n=[...this.#o].filter(e=>e.contactId===t).map(({operation:e})=>e)
e.setPending(t,Object.freeze([...new Set(n)]))}#c({operation:e,contactId:n},s,r=null){return this.#e.dispatchEvent(new t({operation:e,contactId:n,phase:s,error:r})),s}}
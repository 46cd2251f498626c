import{CommandErrorType as t}from"../../src/index.js"
import{ConnectCommandEvent as e}from"../host/events.js"
import{ANSWER_TIME as n,asCommandError as r,follow as o,refusal as s}from"./command.js"
import{commands as i}from"./late-commands.js"
const c=/^connect-(.+)-request$/,a={login:t=>({send:()=>t.login()}),logout:t=>({send:()=>t.logout(),answerTime:3*n})}
function d({type:t,contactId:e,connectionId:n,agentState:r,device:o,deviceId:s}){return JSON.stringify([t,e??null,n??null,r??null,o,s])}export class CommandRunner{#t
#e
#n=new WeakMap
#r=new Map
#o=new Set
constructor(t,e){this.#t=t,this.#e=e}perform(t){let e=this.#n.get(t)
return e||this.#n.set(t,e=this.#s(t)),e}#s(t){const e=d(t),n=this.#r.get(e)
if(n)return n
const r=this.#i(t).finally(()=>this.#r.delete(e))
return void 0===t.digits&&this.#r.set(e,r),r}async#i(e){const n=this.#e(),d=c.exec(e.type)?.[1]??e.type,h=e.contactId??null,u=n.store.state.contacts.find(t=>t.contactId===h),l={operation:"hang-up"===d&&!e.connectionId&&u?.can.includes("leave")?"leave":d,contactId:h},p=Object.hasOwn(a,d)?a[d](n):null,m=i.loaded?.commandFor
let f
try{if(!p&&!n.store.state.agent)throw s(d,n.terms.notReady,t.NOT_CONNECTED)
f=p??m?.(d,e,n)}catch(t){return this.#c(l,"failed",r(d,t))}this.#o.add(l),this.#a(n,h),this.#c(l,"pending")
const g=t=>"run"in t?t.run():o(d,t,n.store),w=await(f?g(f):this.#d(d,e,n).then(g)).catch(t=>({phase:"failed",error:r(d,t)}))
return this.#o.delete(l),this.#a(n,h),this.#c(l,w.phase,w.error)}async#d(e,n,r){return(await i.load().catch(()=>{throw s(e,"What carries commands out did not load. Check the network.",t.NOT_CONNECTED)})).commandFor(e,n,r)}#a({store:t},e){if(null===e)return
const n=[...this.#o].filter(t=>t.contactId===e).map(({operation:t})=>t)
t.setPending(e,Object.freeze([...new Set(n)]))}#c({operation:t,contactId:n},r,o=null){return this.#t.dispatchEvent(new e({operation:t,contactId:n,phase:r,error:o})),r}}
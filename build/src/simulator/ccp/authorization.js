import{isRecord as t}from"../../conduit/wire.js"
import{AgentEvents as i,EventType as s}from"../../events/event-names.js"
const e="authorize_retry_count",o=3,r=10,n=t=>Math.random()*2**t*2e3
export class Authorization{#t
#i
#s=0
constructor(e){this.#t=e
const{conduit:o,signal:r}=e
o.onUpstream(s.AUTH_FAIL,i=>{t(i)&&!0===i.authorize?this.#e():this.#o()}),o.onUpstream(i.UPDATE,()=>this.#r()),o.onUpstream(s.AUTHORIZE_SUCCESS,()=>this.#r()),r.addEventListener("abort",()=>clearTimeout(this.#i),{once:!0})}async authorize(){const t=await this.#t.authorize()
this.#t.signal.aborted||this.#t.conduit.sendUpstream(s.CONFIGURE,t)}#e(){const t=this.#n()
if(t>=3)return this.#a(s.AUTHORIZE_RETRIES_EXHAUSTED)
this.#t.storage?.setItem(e,String(t+1)),this.#h(t+1,()=>this.#t.signInAgain())}#o(){if(this.#s+=1,this.#s>r)return this.#a(s.CTI_AUTHORIZE_RETRIES_EXHAUSTED)
this.#h(this.#s,()=>{this.authorize().then(()=>this.#a(s.AUTHORIZE_SUCCESS),()=>this.#a(s.AUTH_FAIL,{authorize:!0}))})}#a(t,i){this.#t.signal.aborted||this.#t.conduit.upstreamBus.trigger(t,i)}#h(t,i){clearTimeout(this.#i),this.#i=setTimeout(i,(this.#t.delay??n)(t))}#n(){return Number(this.#t.storage?.getItem(e)??0)||0}#r(){this.#s=0,this.#t.storage?.removeItem(e)}}
import{ScopedTimer as t}from"../../conduit/scoped-timer.js"
import{isRecord as s}from"../../conduit/wire.js"
import{WebSocketEvents as i}from"../../events/event-names.js"
import{SocketTopic as e}from"./socket.js"
const n=3,r=5
export class TopicSubscriptions{#t
#s=new Set
#i=new Set
#e=null
#n=()=>{}
#r=null
#o=0
#h=0
constructor(t){this.#t=t}want(t){for(const s of t)"string"==typeof s&&this.#s.add(s)
this.#a.length>0&&this.#d()}attach(s,i,e){this.#r?.stop(),this.#r=new t(i),this.#e=s,this.#n=e,this.#i.clear(),this.#s.size>0?this.#d():e()}detach(){this.#r?.stop(),this.#e=null}answered(t){const{status:e,topics:n}=s(t)?t:{}
if(Array.isArray(n)){if(this.#r?.stop(),"success"!==e)return this.#c(n)
for(const t of n)this.#i.add(String(t))
this.#l(i.SUBSCRIPTION_UPDATE,e,n),this.#a.length>0?this.#d():this.#n()}}get#a(){return[...this.#s].filter(t=>!this.#i.has(t))}#d(){this.#o=this.#h=0,this.#p()}#p(){const t=this.#a
this.#r?.start(this.#t.pace.subscriptionAnswer,()=>{this.#o+=1,this.#o<=3?this.#p():this.#u(t)}),this.#e?.({topic:e.SUBSCRIBE,content:{topics:t}})}#c(t){if(this.#h+=1,this.#h>=5)return this.#u(t)
this.#r?.start(this.#t.pace.subscriptionRetry,()=>this.#p())}#u(t){this.#l(i.SUBSCRIPTION_FAILURE,"failure",t),this.#n()}#l(t,s,i){this.#t.tell(t,{topic:e.SUBSCRIBE,content:{status:s,topics:i}})}}
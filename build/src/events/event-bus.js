import{assertFunction as s,assertNotNull as t}from"../errors/errors.js"
export const ALL_EVENTS="<<all>>"
const e=[]
export class EventBus{#s=new Map
#t
constructor(s={}){this.#t=s}subscribe(e,n,i){t(e,"eventName"),s(n,"f")
const r=i?.signal,o=()=>{this.#e(c),r?.removeEventListener("abort",o)},c={eventName:e,f:n,unsubscribe:o}
return r?.aborted||(this.#n(c),r?.addEventListener("abort",o)),c}#n(s){const{eventName:t}=s,e=this.#s.get(t)??{subscriptions:new Set,list:void 0}
e.subscriptions.add(s),e.list=void 0,this.#s.set(t,e)}#e(s){const t=this.#s.get(s.eventName)
t?.subscriptions.delete(s)&&(t.list=void 0,t.subscriptions.size||this.#s.delete(s.eventName))}#i(s){const t=this.#s.get(s)
return t?t.list??=[...t.subscriptions]:e}subscribeAll(s,t){return this.subscribe("<<all>>",s,t)}hasSubscribers(s){return this.#s.has(s)||this.#s.has("<<all>>")}getSubscriptions(s){return[...this.#i(s)]}trigger(s,n){t(s,"eventName")
const i=this.#i("<<all>>"),r=this.#i(s)
if(i===e&&r===e)return
const{present:o}=this.#t,c=(o?o(s,n):n)||null
i!==e&&this.#r(i,s,c),r!==e&&this.#r(r,s,c)}#r(s,t,e){for(const n of s)try{n.f.call(n,e,t,this)}catch(s){this.#t.onError?.(s,t)}}unsubscribeEvent(s){for(const{unsubscribe:t}of this.#i(s))t()}unsubscribeAll(){for(const s of[...this.#s.keys()])this.unsubscribeEvent(s)}}
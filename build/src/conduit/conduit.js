import{EventBus as e}from"../events/event-bus.js"
import{assertNotNull as r}from"../errors/errors.js"
export class Conduit{#e
constructor({name:e,upstream:r,signal:s,onError:t}){this.name=e,this.#e=r,this.upstreamBus=listenTo(r,s,t)}onUpstream(e,r,s){return this.upstreamBus.subscribe(e,r,{signal:s})}onAllUpstream(e){return this.upstreamBus.subscribeAll(e)}sendUpstream(e,r){return sendTo(this.#e,e,r)}}export function listenTo(r,s,t){const n=new e({onError:t})
return r?.onMessage(({event:e,data:r})=>n.trigger(e,r),s),s.addEventListener("abort",()=>n.unsubscribeAll(),{once:!0}),n}export function sendTo(e,s,t){return e?.send({event:r(s,"eventName"),data:t})??!1}
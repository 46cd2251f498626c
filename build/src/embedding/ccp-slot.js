import{StateError as e}from"../errors/errors.js"
import{LinkEventType as t}from"../events/event-names.js"
import{Embedding as s}from"./embedding.js"
export class CcpSlot{#e
#t=null
#s=null
constructor(e=e=>new s(e)){this.#e=e}get embedding(){return this.#t}get present(){if(!this.#t)throw new e("There is no upstream conduit! Call initCCP first.")
return this.#t}embed(e){const t=this.#s
return this.#s=null,this.#t=this.#e({...e,takesPlaceOf:t})}stop(){const e=this.#t
e&&(this.#s=e.frame,e.stop(),this.#t=null)}removeFrame(){this.#s?.remove(),this.#s=null}send(e,t){this.present.conduit.sendUpstream(e,t)}broadcast(e,s){this.send(t.BROADCAST,{event:e,data:s})}}
import{promised as t}from"../../src/conduit/native-promise.js"
export class Turn{#t
#n=null
#e=new AbortController
#i=!1
constructor(t){this.#t=t}get isMine(){return this.#i}want(n){if(n===this.#n)return
if(this.#n=n,this.#i=!1,this.#e.abort(),null===n)return
const{signal:e}=this.#e=new AbortController,i=()=>{if(e.aborted)return
const n=t(t=>e.addEventListener("abort",()=>t(),{once:!0}))
return this.#i=!0,this.#t(),n}
navigator.locks?navigator.locks.request(n,{signal:e},i).catch(i):i()}}
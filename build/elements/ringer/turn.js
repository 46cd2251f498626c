export class Turn{#n
#e=null
#t=new AbortController
#s=!1
constructor(n){this.#n=n}get isMine(){return this.#s}want(n){if(n===this.#e)return
if(this.#e=n,this.#s=!1,this.#t.abort(),null===n)return
const{signal:e}=this.#t=new AbortController,t=()=>{if(e.aborted)return
const n=new Promise(n=>e.addEventListener("abort",()=>n(),{once:!0}))
return this.#s=!0,this.#n(),n}
navigator.locks?navigator.locks.request(n,{signal:e},t).catch(t):t()}}
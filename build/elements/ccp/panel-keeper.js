import{watchAudioOwner as e}from"../../src/index.js"
import{keptPanel as t}from"./kept-ccps.js"
const i=e=>JSON.stringify({...e,iframeTitle:void 0})
export class PanelKeeper{#e
#t
#i
#s
constructor(e,t){this.#e=e,this.#t=t}get panel(){return this.#s}get waiting(){return this.#t()?void 0:t(this.#e.ccpUrl)}get#n(){const{keepAlive:e,headless:t}=this.#e
return e&&t&&!this.#t()}isReady(e){const t=this.#e
if(!t.keepAlive||this.#i)return!0
const i=this.#n
return import("./kept-ccp.js").then(e=>{i?this.#i=e.KeptCcp:e.warnOfNothingKept(t.ccpUrl)},()=>t.keepAlive=!1).then(()=>i&&e()),!i}hold(t,s){if(!this.#n||!this.#i)return
const{ccpUrl:n}=this.#e,r=i(s)
this.#s=new this.#i({ccpUrl:n,connect:t,settings:r,followOwner:e})}take(e,t){this.#s=e,e.take(i(t))}leave(){return!(!this.#s||!this.#n||(this.#s.leave(),0))}forget(){this.#s=void 0}}
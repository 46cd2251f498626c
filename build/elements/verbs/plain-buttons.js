import{PLAIN_BUTTONS as t}from"./index.js"
const e=()=>"commandForElement"in HTMLButtonElement.prototype,o=e=>Object.hasOwn(t,e)
export class PlainButtons{#t
#e
constructor(t){this.#t=t}hostConnected(){this.hostDisconnected()
const{signal:t}=this.#e=new AbortController
e()?this.#t.addEventListener("command",t=>this.#o(t),{signal:t}):this.#t.getRootNode().addEventListener("click",t=>this.#n(t),{signal:t})}hostDisconnected(){this.#e?.abort(),this.#e=void 0}#o(t){t.target!==this.#t||t.defaultPrevented||this.#s(t.command,t.source?.value??"")}#n(t){const e=t.composedPath().find(t=>t instanceof HTMLButtonElement)
if(!e||t.defaultPrevented||e.getRootNode()!==this.#t.getRootNode())return
if(e.form&&"button"!==e.getAttribute("type"))return
const o=e.getAttribute("commandfor"),n=e.getRootNode()
o&&n.getElementById(o)===this.#t&&this.#s(e.getAttribute("command")??"",e.value)}#s(e,n){o(e)&&this.#t.request(t[e](this.#t.state,n))}}
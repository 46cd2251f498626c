import{everySecond as t}from"../page/page-clock.js"
export class Times{#t
#s
#o=new WeakMap
#e
constructor(t,s){this.#t=t,this.#s=s,t.addController(this)}hostConnected(){this.#n()}hostUpdated(){this.#n()}hostDisconnected(){this.#e?.(),this.#e=void 0}#n=()=>{const s=this.#t.renderRoot.querySelectorAll("[data-since]")
for(const t of s){const{since:s}=t.dataset
let o=this.#o.get(t)
o?.since===s&&o||(o={since:s,start:performance.now()-Math.max(0,Date.now()-Number(s))},this.#o.set(t,o))
const e=this.#s(performance.now()-o.start)
t.textContent!==e&&(t.textContent=e)}0===s.length?this.hostDisconnected():this.#t.isConnected&&(this.#e??=t(this.#n))}}
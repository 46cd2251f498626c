export class IdGenerator{#t
constructor(t){this.#t=t>>>0}uuid(){const t=Array.from({length:4},()=>this.#s().toString(16).padStart(8,"0")).join(""),s="89ab"[3&parseInt(t.charAt(16),16)]
return[t.slice(0,8),t.slice(8,12),`4${t.slice(13,16)}`,`${s}${t.slice(17,20)}`,t.slice(20)].join("-")}#s(){this.#t=this.#t+1831565813>>>0
let t=Math.imul(this.#t^this.#t>>>15,1|this.#t)
return t^=t+Math.imul(t^t>>>7,61|t),(t^t>>>14)>>>0}}
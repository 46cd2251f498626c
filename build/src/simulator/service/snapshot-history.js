import{writeSnapshot as t}from"./snapshot-writer.js"
const s=1e3
export class SnapshotHistory{#t
#s=[]
#e=new Set
#i=0
constructor(t){this.#t=t}add(t){this.#s.push(t),this.#i+=1,this.#s.length>s&&this.#s.shift(),this.disturb()}disturb(){for(const t of[...this.#e])t()}async next(t){const s=this.#t.now()+t.timeout
let e=this.#n(t.nextToken)
for(;null===e&&this.#t.now()<s;)await this.#o(s-this.#t.now(),t.signal),t.signal?.throwIfAborted(),t.check(),e=this.#n(t.nextToken)
return this.#r(e??this.#i)}#n(t){const s="string"==typeof t?Number(t):NaN
return!Number.isInteger(s)||s>this.#i?this.#i:s===this.#i?null:Math.max(s+1,this.#i-this.#s.length+1)}#r(s){const e=this.#s[s-this.#i+this.#s.length-1]
if(!e)throw new Error(`No moment ${s} is kept.`)
return{snapshot:t(this.#t,e),nextToken:String(s)}}#o(t,s){return new Promise(e=>{if(s?.aborted)return e()
const i=()=>{n(),this.#e.delete(i),s?.removeEventListener("abort",i),e()},n=this.#t.setTimer(t,i)
this.#e.add(i),s?.addEventListener("abort",i,{once:!0})})}}
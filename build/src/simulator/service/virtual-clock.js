export class VirtualClock{#t
#s
#e=new Set
#i=0
#n=null
#r
constructor({source:t=()=>Date.now(),running:s=!0,skew:e=0}={}){this.#t=t,this.#s=s,this.skew=e}now(){return this.#n??this.#t()+this.#i}shown(t){return new Date(t+this.skew)}setTimer(t,s){const e={due:this.now()+t,callback:s}
return this.#e.add(e),this.#o(),()=>{this.#e.delete(e),this.#o()}}advance(t){if(!Number.isFinite(t)||t<0)throw new RangeError(`A clock advances by a number of milliseconds from 0 on, not by ${t}.`)
const s=this.now()+t
this.#h(this.now(),s),this.#i=s-this.#t(),this.#o()}#h(t,s){try{for(let e=this.#u();e&&e.due<=s;e=this.#u())this.#e.delete(e),this.#n=Math.max(e.due,t),e.callback()}finally{this.#n=null}}#u(){let t
for(const s of this.#e)(!t||s.due<t.due)&&(t=s)
return t}#o(){clearTimeout(this.#r)
const t=this.#s&&null===this.#n?this.#u():void 0
t&&(this.#r=setTimeout(()=>{this.#h(this.now(),this.now()),this.#o()},Math.max(0,t.due-this.now())))}}
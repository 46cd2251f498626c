import{LONGEST_TIME as t}from"../../src/conduit/time-limit.js"
import{LOAD_TIMEOUT as o}from"../../src/sign-in/defaults.js"
const s=["signed-out","popup-blocked","duplicate"]
export class DoctorCall{#t
#o
#s
#e=null
constructor(e,i,c){let r
this.#t=e,this.#s=c,this.#o=i
const n=()=>{this.#i().then(t=>t.attend()).catch(()=>{})},a=()=>e.connect.core.getFacts()?.options.ccpLoadTimeout??o
i.subscribe(({status:t})=>t,o=>{clearTimeout(r),"loading"===o?r=setTimeout(n,Math.min(2*a(),t)):s.includes(o)&&n()},void 0)}get view(){return this.#e?.view}async examine(){return(await this.#i()).examine()}async#i(){const t=await(import("./doctor.js"))
return this.#e??=new t.Doctor(this.#t,this.#o,this.#s)}}
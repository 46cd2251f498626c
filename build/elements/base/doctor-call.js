import{LOAD_TIMEOUT as t}from"../../src/login/defaults.js"
const e=["signed-out","popup-blocked","duplicate"]
export class DoctorCall{#t
#e
#s
#o=null
constructor(s,o,i){let r
this.#t=s,this.#s=i,this.#e=o
const c=()=>{this.#i().then(t=>t.attend()).catch(()=>{})}
o.subscribe(({status:t})=>t,o=>{clearTimeout(r),"loading"===o?r=setTimeout(c,2*(s.loadTimeout||t)):e.includes(o)&&c()},void 0)}get view(){return this.#o?.view}async examine(){return(await this.#i()).examine()}async#i(){const t=await(import("./doctor.js"))
return this.#o??=new t.Doctor(this.#t,this.#e,this.#s)}}
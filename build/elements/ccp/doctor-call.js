import{LOAD_TIMEOUT as t}from"../../src/sign-in/defaults.js"
const s=["signed-out","popup-blocked","duplicate"]
export class DoctorCall{#t
#s
#e
#o=null
constructor(e,o,i){let r
this.#t=e,this.#e=i,this.#s=o
const c=()=>{this.#i().then(t=>t.attend()).catch(()=>{})}
o.subscribe(({status:t})=>t,o=>{clearTimeout(r),"loading"===o?r=setTimeout(c,2*(e.loadTimeout||t)):s.includes(o)&&c()},void 0)}get view(){return this.#o?.view}async examine(){return(await this.#i()).examine()}async#i(){const t=await(import("./doctor.js"))
return this.#o??=new t.Doctor(this.#t,this.#s,this.#e)}}
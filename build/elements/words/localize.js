import{formatsFor as t}from"./formats.js"
import{sameOr as s}from"../host/state.js"
import{inForce as e,languages as o,watchLanguage as i,withTerms as h}from"./languages.js"
export class Localization{#t
#s
#e
#o=""
#i=[]
#h
constructor(t,s,e){this.#t=t,this.#s=s,this.#e=e,this.#n(["en"]),t.addController(this)}hostConnected(){this.#h=i(this.#t,this.#r),this.#r()}hostDisconnected(){this.#h?.()}#r=()=>{const{whole:t,own:s,fetch:i}=o(),h=e=>[t.get(e),s.get(e)],n=(e(this.#t,"lang")||"en").replaceAll("_","-"),r=n.toLowerCase().split("-"),[l]=r,c=r.flatMap((t,s)=>h(r.slice(0,s+1).join("-"))).filter(Boolean),a="en"===l
a||t.has(l)||i?.(l)
const[m,f]=a?[n,[]]:[c.length>0?n:"en",h("en")]
this.#n([m,...f,...c])
const p=e(this.#t,"dir")||this.terms.dir
this.#e(p,this.#o),this.#o=p}
#n(e){if(s(this.#i,e)===this.#i)return
this.#i=e
const[o,...i]=e
this.formats=t(o),this.terms=this.#s(this.formats)
for(const t of i)this.terms=h(this.terms,"function"==typeof t?t(this.formats):t??{})
this.#t.requestUpdate()}}
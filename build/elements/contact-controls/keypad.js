import{html as t}from"lit"
import{withPlainSigns as s}from"../../src/api/written-text.js"
const i=[..."123456789*0#"],e=3,n={ArrowUp:-3,ArrowDown:3,ArrowLeft:-1,ArrowRight:1}
export class Keypad{#t
#s
#i=""
#e=""
#n=""
#r=0
constructor(t,s){this.#t=t,this.#s=s}settle(t){"pending"!==t&&("confirmed"===t&&(this.#i+=this.#e),this.#e="",this.#a())}#o(t){this.#n+=t,this.#e||this.#a(),this.#t.update()}#a(){this.#e=this.#n,this.#n="",this.#e&&!this.#s(this.#e)&&(this.#e=""),this.#t.update()}#h=t=>{if(t.ctrlKey||t.altKey||t.metaKey||t.isComposing)return
const e=s(t.key)
if(i.includes(e))this.#o(e)
else if(!this.#d(t))return
t.preventDefault()}
render(){const{terms:s}=this.#t
return t` <div class="keypad" part="keypad" role="group" aria-label=${s.commands["send-digits"][0]} @keydown=${this.#h} ><output class="digits" part="digits" dir="ltr" aria-label=${s.digitsSent} aria-live="off" >${this.#i}<span class="waiting">${this.#e}${this.#n}</span>${this.#i||this.#e||this.#n?"":t`<span class="hint">${s.digitsHint}</span>`}</output ><div class="keys" part="keys" dir="ltr"> ${i.map((s,i)=>t` <button class="key" part="key" type="button" tabindex=${i===this.#r?0:-1} @focus=${()=>this.#c(i)} @click=${()=>this.#o(s)} > ${s} </button> `)} </div></div> `}#c(t){t!==this.#r&&(this.#r=t,this.#t.update())}#d({key:t,target:s}){const i=n[t]
if(!i)return!1
const e=[...s.closest(".keypad").querySelectorAll(".key")],r=this.#r+i,a=Math.floor(r/3)===Math.floor(this.#r/3)
return(3===Math.abs(i)||a)&&e[r]?.focus(),!0}}
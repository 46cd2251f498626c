import{entryOf as t}from"../../src/conduit/entry-of.js"
import{html as s}from"lit"
const i=[..."123456789*0#"],e=3,n={ArrowUp:-3,ArrowDown:3,ArrowLeft:-1,ArrowRight:1}
export class Keypad{#t
#s
#i=""
#e=""
#n=""
#r=0
constructor(t,s){this.#t=t,this.#s=s}settle(t){"pending"!==t&&("confirmed"===t&&(this.#i+=this.#e),this.#e="",this.#a())}#o(t){this.#n+=t,this.#e||this.#a(),this.#t.update()}#a(){this.#e=this.#n,this.#n="",this.#e&&!this.#s(this.#e)&&(this.#e=""),this.#t.update()}#d=t=>{if(!(t.ctrlKey||t.altKey||t.metaKey)){if(i.includes(t.key))this.#o(t.key)
else if(!this.#h(t))return
t.preventDefault()}}
render(){const{terms:t}=this.#t
return s` <div class="keypad" part="keypad" role="group" aria-label=${t.commands["send-digits"][0]} @keydown=${this.#d} ><output class="digits" part="digits" dir="ltr" aria-label=${t.digitsSent} aria-live="off" >${this.#i}<span class="waiting">${this.#e}${this.#n}</span>${this.#i||this.#e||this.#n?"":s`<span class="hint">${t.digitsHint}</span>`}</output ><div class="keys" part="keys" dir="ltr"> ${i.map((t,i)=>s` <button class="key" part="key" type="button" tabindex=${i===this.#r?0:-1} @focus=${()=>this.#c(i)} @click=${()=>this.#o(t)} > ${t} </button> `)} </div></div> `}#c(t){t!==this.#r&&(this.#r=t,this.#t.update())}#h({key:s,target:i}){const e=t(n,s)
if(!e)return!1
const r=[...i.closest(".keypad").querySelectorAll(".key")],a=this.#r+e,o=Math.floor(a/3)===Math.floor(this.#r/3)
return(3===Math.abs(e)||o)&&r[a]?.focus(),!0}}
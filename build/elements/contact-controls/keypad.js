import{html as t}from"lit"
const s=[..."123456789*0#"],i=3,e={ArrowUp:-3,ArrowDown:3,ArrowLeft:-1,ArrowRight:1}
export class Keypad{#t
#s
#i=""
#e=""
#n=""
#r=0
constructor(t,s){this.#t=t,this.#s=s}settle(t){"pending"!==t&&("confirmed"===t&&(this.#i+=this.#e),this.#e="",this.#a())}#h(t){this.#n+=t,this.#e||this.#a(),this.#t.update()}#a(){this.#e=this.#n,this.#n="",this.#e&&!this.#s(this.#e)&&(this.#e=""),this.#t.update()}#d=t=>{if(!(t.ctrlKey||t.altKey||t.metaKey)){if(s.includes(t.key))this.#h(t.key)
else if(!this.#o(t))return
t.preventDefault()}}
render(){const{terms:i}=this.#t
return t` <div class="keypad" part="keypad" role="group" aria-label=${i.commands["send-digits"][0]} @keydown=${this.#d} ><output class="digits" part="digits" dir="ltr" aria-label=${i.digitsSent} aria-live="off" >${this.#i}<span class="waiting">${this.#e}${this.#n}</span>${this.#i||this.#e||this.#n?"":t`<span class="hint">${i.digitsHint}</span>`}</output ><div class="keys" part="keys" dir="ltr"> ${s.map((s,i)=>t` <button class="key" part="key" type="button" tabindex=${i===this.#r?0:-1} @focus=${()=>this.#c(i)} @click=${()=>this.#h(s)} > ${s} </button> `)} </div></div> `}#c(t){t!==this.#r&&(this.#r=t,this.#t.update())}#o({key:t,target:s}){const i=e[t]
if(!i)return!1
const n=[...s.closest(".keypad").querySelectorAll(".key")],r=this.#r+i,a=Math.floor(r/3)===Math.floor(this.#r/3)
return(3===Math.abs(i)||a)&&n[r]?.focus(),!0}}
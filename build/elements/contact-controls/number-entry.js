import{html as t,nothing as e}from"lit"
import{icon as r}from"../looks/icons.js"
import{readPhoneNumber as i}from"./phone-number.js"
export class NumberEntry{#t
#e
#r
#i=null
#o=!1
constructor(t,e,r){this.#t=t,this.#e=e,this.#r=r}render({label:i,action:o,named:n,icon:s,disabled:a}){const l=this.#e,b=this.#i&&this.#t.terms.problems[this.#i]
return t` <form class="entry" part="number" novalidate @submit=${this.#n}><label part="label" for=${l}>${i}</label><div class="line"><input id=${l} part="input" type="tel" autocomplete="off" dir="ltr" aria-invalid=${b?"true":e} aria-describedby=${b?`${l}-problem`:e} @input=${this.#s} /><button class="go ${n?"":"small"}" part="number-action" type="submit" aria-label=${n?e:o} aria-disabled=${a||this.#o?"true":e} > ${r(s)}${n?o:e} </button></div> ${b?t`<p id="${l}-problem" class="problem" part="problem">${r("warning")}${b}</p>`:e} </form> `}#s=()=>{this.#i&&(this.#i=null,this.#t.update())}
#n=t=>{t.preventDefault()
const e=t.currentTarget
"true"!==e.querySelector("button")?.ariaDisabled&&this.#a(e.querySelector("input").value)}
async#a(t){this.#o=!0,this.#t.update()
const e=await i(t,this.#t.country)
if(this.#o=!1,this.#i="problem"in e?e.problem:null,this.#t.update(),"number"in e)return this.#r(e.number)
this.#t.announce(this.#t.terms.problems[e.problem]),this.#t.focus(`#${this.#e}`)}}
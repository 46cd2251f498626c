import{html as t,nothing as e}from"lit"
import{repeat as o}from"lit/directives/repeat.js"
import{icon as n}from"../looks/icons.js"
import{toneOf as s}from"./state-words.js"
const i=700,r=()=>"popover"in HTMLElement.prototype&&CSS.supports("anchor-name: --state")
export class StateMenu{#t
#e
#o=null
#n=null
#s=""
#i=0
constructor(t,e){this.#t=t,this.#e=e,t.addController(this)}get isOpen(){return null!==this.#o}open(t="checked"){if(this.#o)return
this.#o=new AbortController,this.#n=t,this.#s=""
const{signal:e}=this.#o
document.addEventListener("pointerdown",t=>{const e=t.composedPath();[this.#r,this.#c].some(t=>t&&e.includes(t))||this.close(!1)},{capture:!0,signal:e}),window.addEventListener("blur",()=>this.close(!1),{signal:e}),this.#t.requestUpdate()}close(t){this.#o&&(this.#o.abort(),this.#o=null,t&&this.#c?.focus(),this.#t.requestUpdate())}hostUpdated(){const t=this.#r
if(!t||!this.#n)return
t.popover&&t.showPopover()
const e=this.#a,o=e.find(t=>"true"===t.ariaChecked);("last"===this.#n?e.at(-1):o??e[0])?.focus(),this.#n=null}hostDisconnected(){this.close(!1)}onButtonKey({key:t}){return("ArrowDown"===t||"ArrowUp"===t)&&(this.open("ArrowUp"===t?"last":"checked"),!0)}render({label:i,caption:c,choices:a,checked:l}){return this.isOpen?t`<div id="menu" class="menu" part="menu" role="menu" aria-label=${i} popover=${r()?"manual":e} @keydown=${this.#l} @focusout=${this.#p} > ${c&&t`<p class="caption" part="menu-caption" aria-hidden="true">${c}</p>`} ${o(a,({name:t})=>t,o=>t`<button type="button" role="menuitemradio" class="option tone-${s(o)}" part="option" tabindex="-1" aria-checked=${o.name===l} @click=${()=>{this.close(!0),this.#e(o.name)}} ><span class="dot" part="dot"></span><span class="option-name" part="option-name">${o.name}</span> ${o.name===l?n("check"):e} </button>`)} </div>`:e}get#r(){return this.#t.renderRoot.querySelector("#menu")}get#c(){return this.#t.renderRoot.querySelector("#button")}get#a(){return[...this.#r?.querySelectorAll("[role]")??[]]}#p=({relatedTarget:t,currentTarget:e})=>{!(t instanceof Element)||t===this.#c||e.contains(t)||this.close(!1)}
#l=t=>{const e=this.#a,o=e.findIndex(t=>t.matches(":focus")),n=e.length-1,s={ArrowDown:o===n?0:o+1,ArrowUp:o<=0?n:o-1,Home:0,End:n},{key:i}=t,r=Object.hasOwn(s,i)?e[s[i]]:this.#u(t,e,o)
"Tab"!==i&&"Escape"!==i||this.close(!0),(r||"Escape"===i)&&(t.preventDefault(),t.stopPropagation()),r?.focus()}
#u({key:t,timeStamp:e,ctrlKey:o,altKey:n,metaKey:s},r,c){if(1!==[...t].length||" "===t||o||n||s)return
this.#s=e-this.#i<i?this.#s+t:t,this.#i=e
const a=[...this.#s].every(e=>e===t),l=(a?t:this.#s).toLocaleLowerCase(),p=a?c+1:c
return[...r.slice(p),...r.slice(0,p)].find(t=>t.textContent.trim().toLocaleLowerCase().startsWith(l))}}
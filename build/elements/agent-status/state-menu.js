import{html as t,nothing as e}from"lit"
import{repeat as s}from"lit/directives/repeat.js"
import{closesLayer as o}from"../base/closes-layer.js"
import{icon as n}from"../looks/icons.js"
import{toneOf as i}from"./state-words.js"
const r=700,a=()=>"popover"in HTMLElement.prototype&&CSS.supports("anchor-name: --state")
export class StateMenu{#t
#e
#s=null
#o=null
#n=""
#i=0
#r=!1
constructor(t,e){this.#t=t,this.#e=e,t.addController(this)}get isOpen(){return null!==this.#s}open(t="checked"){if(this.#s)return
this.#s=new AbortController,this.#o=t,this.#n=""
const{signal:e}=this.#s
document.addEventListener("pointerdown",t=>{const e=t.composedPath();[this.#a,this.#c].some(t=>t&&e.includes(t))||this.close(!1)},{capture:!0,signal:e}),window.addEventListener("blur",()=>this.close(!1),{signal:e}),this.#t.requestUpdate()}close(t){this.#s&&(this.#s.abort(),this.#s=null,t&&this.#c?.focus(),this.#t.requestUpdate())}hostUpdated(){const t=this.#a
if(!t||!this.#o)return
t.popover&&t.showPopover()
const e=this.#p,s=e.find(t=>"true"===t.ariaChecked);("last"===this.#o?e.at(-1):s??e[0])?.focus(),this.#o=null}hostDisconnected(){this.close(!1)}onButtonKey({key:t}){return("ArrowDown"===t||"ArrowUp"===t)&&(this.open("ArrowUp"===t?"last":"checked"),!0)}render({label:o,caption:r,choices:c,checked:p}){return this.isOpen?t`<div id="menu" class="menu" part="menu" role="menu" aria-label=${o} popover=${a()?"manual":e} @keydown=${this.#l} @keyup=${this.#h} @focusout=${this.#u} > ${r&&t`<p class="caption" part="menu-caption" aria-hidden="true">${r}</p>`} ${s(c,({name:t})=>t,s=>t`<button type="button" role="menuitemradio" class="option tone-${i(s)}" part="option" tabindex="-1" aria-checked=${s.name===p} @click=${()=>{this.close(!0),this.#e(s.name)}} ><span class="dot" part="dot"></span><span class="option-name" part="option-name">${s.name}</span> ${s.name===p?n("check"):e} </button>`)} </div>`:e}get#a(){return this.#t.renderRoot.querySelector("#menu")}get#c(){return this.#t.renderRoot.querySelector("#button")}get#p(){return[...this.#a?.querySelectorAll("[role]")??[]]}#u=({relatedTarget:t,currentTarget:e})=>{!(t instanceof Element)||t===this.#c||e.contains(t)||this.close(!1)}
#l=t=>{const e=this.#p,s=e.findIndex(t=>t.matches(":focus")),n=e.length-1,i={ArrowDown:s===n?0:s+1,ArrowUp:s<=0?n:s-1,Home:0,End:n},{key:r}=t
this.#r=" "===r&&this.#d(t)
const a=Object.hasOwn(i,r)?e[i[r]]:this.#m(t,e,s);("Tab"===r||o(t))&&this.close(!0),(a||this.#r)&&(t.preventDefault(),t.stopPropagation()),a?.focus()}
#h=t=>{" "===t.key&&this.#r&&t.preventDefault()}
#d({timeStamp:t}){return""!==this.#n&&t-this.#i<r}#m(t,e,s){const{key:o,timeStamp:n,ctrlKey:i,altKey:r,metaKey:a,isComposing:c}=t
if(1!==[...o].length||i||r||a||c)return
const p=this.#d(t)
if(" "===o&&!p)return
this.#n=p?this.#n+o:o,this.#i=n
const l=[...this.#n].every(t=>t===o),h=(l?o:this.#n).toLocaleLowerCase(),u=l?s+1:s
return[...e.slice(u),...e.slice(0,u)].find(t=>t.textContent.trim().replace(/\s+/g," ").toLocaleLowerCase().startsWith(h))}}
import{h as e}from"./dom.js"
import{icon as t}from"./icons.js"
import{runningTime as s}from"./controls.js"
import{selectableStates as n,stateName as o,stateTone as a}from"./model.js"
const i="state-menu",r="state-button",c=e=>[...e.querySelectorAll("[role=menuitemradio]")]
export class AgentBar{#e
#t
#s=!1
constructor(e,t){this.#e=e,this.#t=t,document.addEventListener("pointerdown",({target:e})=>{this.#s&&e instanceof Element&&!e.closest(".state")&&this.#n(!1)})}view({agent:c},l){if(!c)return e("header",{class:"agent",key:"agent"})
const{snapshot:u,configuration:h}=c,{state:d,nextState:m}=u,p=h.name.split(/\s+/).map(([e])=>e??"").slice(0,2).join("").toUpperCase()
return e("header",{class:"agent",key:"agent"},e("span",{class:"monogram","aria-hidden":"true"},p),e("div",{class:"agent-lines"},e("h1",{class:"agent-name"},h.name),m?e("p",{class:"next-state"},"Next: ",e("strong",{},o(m))):e("p",{class:"profile"},h.routingProfile.name)),e("div",{class:"state",onfocusout:e=>this.#o(e)},e("button",{id:r,type:"button",class:`state-button tone-${a(d)}`,"aria-haspopup":"menu","aria-expanded":String(this.#s),"aria-controls":this.#s?i:void 0,onclick:()=>this.#s?this.#n(!0):this.#a("first"),onkeydown:e=>this.#i(e)},e("span",{class:"dot","aria-hidden":"true"}),e("span",{class:"state-name"},e("span",{class:"visually-hidden"},"State: "),o(d)),d.startTimestamp&&s(d.startTimestamp.getTime(),l),t("chevron")),this.#s&&this.#r(n(c),d,m??null)))}#r(s,n,o){const c=s.map(s=>{const i=s.name===(o??n).name
return e("div",{key:s.name,class:`menu-item tone-${a(s)}`,role:"menuitemradio",tabindex:"-1","aria-checked":String(i),onclick:()=>this.#c(s)},e("span",{class:"dot","aria-hidden":"true"}),e("span",{class:"menu-text"},s.name),i&&t("check"))})
return e("div",{id:i,class:"menu",role:"menu","aria-labelledby":r,onkeydown:e=>this.#l(e)},c)}#c(e){this.#n(!0),this.#e.setAgentState(e)}#a(e){this.#s=!0,this.#t()
const t=document.getElementById(i)
if(!t)return
const s=c(t),n=s.find(e=>"true"===e.getAttribute("aria-checked"));("last"===e?s.at(-1):n??s[0])?.focus()}#n(e){this.#s=!1,e&&document.getElementById(r)?.focus(),this.#t()}#o({relatedTarget:e,currentTarget:t}){const s=e instanceof Node&&t.contains(e)
this.#s&&e&&!s&&this.#n(!1)}#i(e){"ArrowDown"!==e.key&&"ArrowUp"!==e.key||(e.preventDefault(),this.#a("ArrowUp"===e.key?"last":"first"))}#l(e){const t=c(e.currentTarget),s=t.indexOf(document.activeElement),n=e=>t.at(e%t.length)?.focus(),o={ArrowDown:()=>n(s+1),ArrowUp:()=>n(s-1),Home:()=>n(0),End:()=>n(-1),Escape:()=>this.#n(!0),Enter:()=>t[s]?.click()," ":()=>t[s]?.click()}[e.key]
if(o)e.preventDefault(),o()
else if("Tab"===e.key)this.#n(!0)
else if(1===e.key.length){const n=[...t.slice(s+1),...t.slice(0,s+1)]
n.find(({textContent:t})=>t?.toLowerCase().startsWith(e.key.toLowerCase()))?.focus()}}}
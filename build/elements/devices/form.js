export class DeviceForm{#e
#t
#s
#i
constructor(t){this.element=e("div","devices"),this.#t=new Map,this.#s=e("div","obstacles"),this.#i="",this.#e=t,this.element.role="group",this.element.append(this.#s)}show({title:e,fields:t,obstacles:s,enabled:i}){this.element.ariaLabel=e
const{activeElement:n}=this.element.getRootNode(),l=this.element.contains(n??null)
for(const[e,s]of this.#t)t.some(t=>t.device===e)||(s.element.remove(),this.#t.delete(e))
for(const e of t){const t=this.#t.get(e.device)??new Field(e.device,this.#e)
this.#t.has(e.device)||(this.#t.set(e.device,t),this.#s.before(t.element)),t.show(e,i)}this.#n(s),l&&!this.element.contains(n??null)&&this.element.querySelector("select, button")?.focus()}#n(s){const i=JSON.stringify(s)
if(i===this.#i)return
this.#i=i
const n=s.flatMap(({text:s,action:i})=>{const n=e("p","obstacle")
return n.setAttribute("part","problem"),n.textContent=s,i?[n,t(...i)]:[n]})
this.#s.replaceChildren(...n)}}class Field{#l
#o
#c
#h
constructor(t,s){this.element=e("div","entry"),this.#l=document.createElement("label"),this.#o=document.createElement("select"),this.#c=document.createElement("p"),this.#h=""
const i=`device-${t}`
this.element.setAttribute("part","device"),this.#o.setAttribute("part","input"),this.#o.id=this.#l.htmlFor=i,this.#c.id=`${i}-note`,this.#o.setAttribute("aria-describedby",this.#c.id),this.#o.addEventListener("change",()=>s(t,this.#o.value)),this.#l.setAttribute("part","label"),this.element.append(this.#l,this.#o,this.#c)}show({label:e,options:t,chosen:s,note:i},n){this.#l.textContent=e,this.#o.disabled=!n
const l=JSON.stringify(t)
l!==this.#h&&(this.#h=l,this.#o.replaceChildren(...t.map(({id:e,label:t})=>new Option(t,e)))),this.#o.value!==s&&(this.#o.value=s),this.#c.hidden=!i,i&&(this.#c.className=`outcome ${i.tone}`,this.#c.setAttribute("part",`outcome outcome-${i.tone}`),this.#c.textContent=i.text)}}function e(e,t){const s=document.createElement(e)
return s.className=t,s}function t(t,s){const i=e("button","small")
return i.type="button",i.setAttribute("part","button"),i.textContent=t,i.addEventListener("click",s),i}
import{html as t,nothing as e}from"lit"
import{icon as s}from"../looks/icons.js"
const i=8,a={phone_number:"phone",agent:"person",queue:"people"},n=t=>null!==t&&Object.hasOwn(a,t)
export class QuickConnects{#t
#e
#s
#i=null
#a=null
#n=""
#o="all"
#r=0
constructor(t,e,s){this.#t=t,this.#e=e,this.#s=s,this.#c()}async#c(){this.#i=this.#a=null,this.#t.update()
const{connect:t,terms:e}=this.#t
try{const s=t&&new t.Agent,i=await(s?.getEndpoints(s.getAllQueueARNs())),a=(i?.endpoints??[]).filter(({type:t})=>null!==t&&this.#e.includes(t))
this.#i=a.sort((t,s)=>o(t,e).localeCompare(o(s,e)))}catch(t){this.#a=t,this.#t.announce(this.#l())}this.#t.update()}#l(){const{terms:t,errorWords:e}=this.#t
return t.loadingFailed(e(this.#a))}#p(){const t=this.#n.trim().toLocaleLowerCase(),e=t=>[o(t,this.#t.terms),t.stripPhoneNumber(),t.agentLogin??""]
return(this.#i??[]).filter(s=>("all"===this.#o||s.type===this.#o)&&e(s).some(e=>e.toLocaleLowerCase().includes(t)))}render(i){const{terms:a}=this.#t,n=this.#i
if(this.#a)return t` <p class="problem" part="problem">${s("warning")}${this.#l()}</p><button class="small" part="button" type="button" @click=${()=>this.#c()}>${a.tryAgain}</button> `
if(!n)return t`<p class="quiet" part="loading">${a.loading}</p>`
const o=this.#p(),r=8*this.#r
return t` <div class="filters"><label class="search"><span class="unseen">${a.search}</span>${s("search")} <input id="search" part="input" type="search" autocomplete="off" placeholder=${a.search} @input=${this.#h} /></label> ${this.#u(this.#e.filter(t=>n.some(e=>e.type===t)))} </div> ${0===o.length?t`<p class="quiet" part="no-match">${a.matches(0)}</p>`:t`<ul class="connects" part="quick-connects" aria-label=${a.quickConnects}> ${o.slice(r,r+8).map((t,e)=>this.#d(t,e,i))} </ul>`} ${o.length>8?this.#g(o.length):e} `}#u(s){const{terms:i}=this.#t
return s.length<2?e:t`<div class="types" role="group" aria-label=${i.quickConnects}> ${["all",...s.filter(n)].map(e=>t` <button class="chip" part="type" type="button" aria-pressed=${e===this.#o?"true":"false"} @click=${()=>this.#m({type:e})} > ${i.types[e]} </button> `)} </div>`}#d(i,r,c){const{type:l}=i,p=i.stripPhoneNumber()||i.agentLogin||""
return t` <li> ${s(n(l)?a[l]:"phone")} <button class="connect" part="quick-connect" type="button" aria-describedby=${p?`detail-${r}`:e} aria-disabled=${c?"true":e} @click=${()=>c||this.#s(i)} ><bdi>${o(i,this.#t.terms)}</bdi></button> ${p?t`<span id="detail-${r}" class="detail" part="quick-connect-detail"><bdi>${p}</bdi></span>`:e} </li> `}#g(i){const{terms:a}=this.#t,n=8*this.#r,o=Math.min(n+8,i),r=(i,a,n,o)=>t` <button class="small" part="page" type="button" aria-label=${a} aria-disabled=${o?e:"true"} @click=${()=>o&&this.#m({page:this.#r+i})} > ${s(n)} </button> `
return t` <div class="pages" part="pages"> ${r(-1,a.previousPage,"back",n>0)} <span class="quiet" part="page-position">${a.page(n+1,o,i)}</span> ${r(1,a.nextPage,"forward",o<i)} </div> `}#h=t=>this.#m({query:t.target.value})
#m({query:t=this.#n,type:e=this.#o,page:s=0}){this.#n=t,this.#o=e,this.#r=s,this.#t.update()
const{length:i}=this.#p(),a=8*s,{terms:n}=this.#t
this.#t.announce(s?n.page(a+1,Math.min(a+8,i),i):n.matches(i))}}function o(t,{unknown:e}){return t.name||t.stripPhoneNumber()||t.agentLogin||e}
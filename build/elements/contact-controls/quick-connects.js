import{html as t,nothing as e}from"lit"
import{icon as s}from"../base/icons.js"
const a=8,i={phone_number:"phone",agent:"person",queue:"people"},n=t=>null!==t&&Object.hasOwn(i,t)
export class QuickConnects{#t
#e
#s
#a=null
#i=null
#n=""
#o="all"
#r=0
constructor(t,e,s){this.#t=t,this.#e=e,this.#s=s,this.#c()}async#c(){this.#a=this.#i=null,this.#t.update()
const{connect:t,terms:e}=this.#t
try{const s=t&&new t.Agent,a=await(s?.getEndpoints(s.getAllQueueARNs())),i=(a?.endpoints??[]).filter(({type:t})=>null!==t&&this.#e.includes(t))
this.#a=i.sort((t,s)=>o(t,e).localeCompare(o(s,e)))}catch(t){this.#i=t,this.#t.announce(this.#l())}this.#t.update()}#l(){const{terms:t,errorWords:e}=this.#t
return t.loadingFailed(e(this.#i))}#p(){const t=this.#n.trim().toLocaleLowerCase(),e=t=>[o(t,this.#t.terms),t.stripPhoneNumber(),t.agentLogin??""]
return(this.#a??[]).filter(s=>("all"===this.#o||s.type===this.#o)&&e(s).some(e=>e.toLocaleLowerCase().includes(t)))}render(a){const{terms:i}=this.#t,n=this.#a
if(this.#i)return t` <p class="problem" part="problem">${s("warning")}${this.#l()}</p><button class="small" part="button" type="button" @click=${()=>this.#c()}>${i.tryAgain}</button> `
if(!n)return t`<p class="quiet" part="loading">${i.loading}</p>`
const o=this.#p(),r=8*this.#r
return t` <div class="filters"><label class="search"><span class="unseen">${i.search}</span>${s("search")} <input id="search" part="input" type="search" autocomplete="off" placeholder=${i.search} @input=${this.#h} /></label> ${this.#u(this.#e.filter(t=>n.some(e=>e.type===t)))} </div> ${0===o.length?t`<p class="quiet" part="no-match">${i.matches(0)}</p>`:t`<ul class="connects" part="quick-connects" aria-label=${i.quickConnects}> ${o.slice(r,r+8).map((t,e)=>this.#d(t,e,a))} </ul>`} ${o.length>8?this.#g(o.length):e} `}#u(s){const{terms:a}=this.#t
return s.length<2?e:t`<div class="types" role="group" aria-label=${a.quickConnects}> ${["all",...s.filter(n)].map(e=>t` <button class="chip" part="type" type="button" aria-pressed=${e===this.#o?"true":"false"} @click=${()=>this.#m({type:e})} > ${a.types[e]} </button> `)} </div>`}#d(a,r,c){const{type:l}=a,p=a.stripPhoneNumber()||a.agentLogin||""
return t` <li> ${s(n(l)?i[l]:"phone")} <button class="connect" part="quick-connect" type="button" aria-describedby=${p?`detail-${r}`:e} aria-disabled=${c?"true":e} @click=${()=>c||this.#s(a)} ><bdi>${o(a,this.#t.terms)}</bdi></button> ${p?t`<span id="detail-${r}" class="detail" part="quick-connect-detail"><bdi>${p}</bdi></span>`:e} </li> `}#g(a){const{terms:i}=this.#t,n=8*this.#r,o=Math.min(n+8,a),r=(a,i,n,o)=>t` <button class="small" part="page" type="button" aria-label=${i} aria-disabled=${o?e:"true"} @click=${()=>o&&this.#m({page:this.#r+a})} > ${s(n)} </button> `
return t` <div class="pages" part="pages"> ${r(-1,i.previousPage,"back",n>0)} <span class="quiet" part="page-position">${i.page(n+1,o,a)}</span> ${r(1,i.nextPage,"forward",o<a)} </div> `}#h=t=>this.#m({query:t.target.value})
#m({query:t=this.#n,type:e=this.#o,page:s=0}){this.#n=t,this.#o=e,this.#r=s,this.#t.update()
const{length:a}=this.#p(),i=8*s,{terms:n}=this.#t
this.#t.announce(s?n.page(i+1,Math.min(i+8,a),a):n.matches(a))}}function o(t,{unknown:e}){return t.name||t.stripPhoneNumber()||t.agentLogin||e}
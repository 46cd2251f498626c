import{everySecond as t}from"../page/page-clock.js"
import{contactNews as s}from"./contact-news.js"
import{whoOf as o}from"./contact-words.js"
import{Outcomes as e,outcomeWords as n}from"./outcomes.js"
export class Reporter{#t
#s=new e
#o=null
#e
#n=[]
#i
constructor(t){this.#t=t}follow(t,s=[]){this.#e?.abort(),this.#e=new AbortController,this.#s.clear(),this.#r(),this.#o=t,this.#n=t?.state.contacts.filter(({ringing:t})=>!t)??[]
const{signal:o}=this.#e
t?.addEventListener("connect-command",t=>this.#c(t),{signal:o})
for(const t of s)this.#c(t)}outcome(t){return this.#s.of(t?.contactId??null,t?.state.type)}compare(t){if(t===this.#n)return
const{announcer:o,context:e}=this.#t,{urgent:n,calm:i}=s(this.#n,t,e.terms)
this.#n=t,this.#s.keep(s=>t.some(({contactId:t})=>t===s))
for(const t of n)o.interrupt(t)
for(const t of i)o.say(t)}#c(s){const e=this.#o?.state.contacts??[],i=[...e,...this.#n].find(({contactId:t})=>t===s.contactId),{announcer:r,context:c,element:a,onCommand:h}=this.#t,{terms:m}=c,p=this.#s.take(s,i,m.commands)
if(!p)return
const l=i&&e.length>1,u=n(p,c)
r.say(l?m.changed(o(i,m),u):u),h(s),a.requestUpdate(),"confirmed"===p.phase&&(this.#i??=t(()=>this.#r()))}#r(){this.#s.expire()&&this.#t.element.requestUpdate(),this.#s.passes||(this.#i?.(),this.#i=void 0)}}
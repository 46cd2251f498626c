import{html as e,nothing as t}from"lit"
import{isVoice as n}from"../verbs/contact-verbs.js"
import{NumberEntry as s}from"./number-entry.js"
import{QuickConnects as r}from"./quick-connects.js"
const o=["phone_number","agent","queue"],i=["agent","queue"]
export class DestinationPicker{#e
#t
#n
#s
#r
constructor(e,t,a,c){const p=e=>c(e,this.#r)
this.#e=e,this.#t=this.#r=a,this.#n=new s(e,"destination",p),this.#s=new r(e,n(t)?o:i,p)}render(s){const{terms:r}=this.#e,o=!s.can.includes(this.#r)||s.pending.includes(this.#r),i="transfer"===this.#r
return e` <div class="picker" part="destinations" role="group" tabindex="-1" aria-label=${r.commands[this.#t][0]}> ${"transfer"===this.#t&&s.can.includes("add-participant")?this.#o():t} ${n(s)?this.#n.render({label:r.number,action:i?r.transferToNumber:r.callNumber,named:!1,icon:i?"transfer":"phone",disabled:o}):t} ${this.#s.render(o)} </div> `}#o(){const{terms:t}=this.#e,n=(t,n)=>e` <label><input type="radio" name="how" .checked=${t===this.#r} @change=${()=>{this.#r=t,this.#e.update()}} /><span part="way">${n}</span></label> `
return e` <fieldset class="how" part="how"><legend class="unseen">${t.how}</legend> ${n("transfer",t.transferNow)}${n("add-participant",t.talkFirst)} </fieldset> `}}
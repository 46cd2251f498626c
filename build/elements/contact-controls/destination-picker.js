import{html as e,nothing as t}from"lit"
import{isVoice as n}from"../host/contact.js"
import{addParticipant as r}from"../verbs/add-participant.js"
import{transfer as s}from"../verbs/transfer.js"
import{NumberEntry as i}from"./number-entry.js"
import{QuickConnects as o}from"./quick-connects.js"
const a={verb:"transfer",definition:s},c={verb:"add-participant",definition:r},p=["phone_number","agent","queue"],d=["agent","queue"]
export class DestinationPicker{#e
#t
#n
#r
#s
constructor(e,t,r,s){const a=e=>s(e,this.#s.definition)
this.#e=e,this.#t=this.#s=r,this.#n=new i(e,"destination",a),this.#r=new o(e,n(t)?p:d,a)}render(r){const{terms:s}=this.#e,{verb:i}=this.#s,o=!r.can.includes(i)||r.pending.includes(i),p=i===a.verb
return e` <div class="picker" part="destinations" role="group" tabindex="-1" aria-label=${s.commands[this.#t.verb][0]} > ${this.#t.verb===a.verb&&r.can.includes(c.verb)?this.#i():t} ${n(r)?this.#n.render({label:s.number,action:p?s.transferToNumber:s.callNumber,named:!1,icon:p?"transfer":"phone",disabled:o}):t} ${this.#r.render(o)} </div> `}#i(){const{terms:t}=this.#e,n=(t,n)=>e` <label><input type="radio" name="how" .checked=${t.verb===this.#s.verb} @change=${()=>{this.#s=t,this.#e.update()}} /><span part="way">${n}</span></label> `
return e` <fieldset class="how" part="how"><legend class="unseen">${t.how}</legend> ${n(a,t.transferNow)}${n(c,t.talkFirst)} </fieldset> `}}
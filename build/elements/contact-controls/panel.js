import{isVoice as t}from"../verbs/contact-verbs.js"
import{ConnectAddParticipantRequestEvent as e,ConnectSendDigitsRequestEvent as s,ConnectTransferRequestEvent as i}from"../host/requests.js"
import{DestinationPicker as r}from"./destination-picker.js"
import{Keypad as n}from"./keypad.js"
export class Panel{#t
#e
#s
constructor(c,o,d,{request:a,close:p}){const{contactId:h}=o
if(this.verb=d,this.#t=h,"send-digits"===d)return this.#e=new n(c,t=>a(new s({contactId:h,digits:t}))),void(this.first='.key[tabindex="0"]')
this.first=t(o)?"#destination":".picker",this.#s=new r(c,o,d,(t,s)=>{const r={contactId:h,endpoint:t},n="transfer"===s
p(),a(n?new i(r):new e(r))})}fits({contactId:t,can:e}){return t===this.#t&&e.includes(this.verb)}settle(t,e){"send-digits"===t&&this.#e?.settle(e)}render(t){return(this.#e??this.#s).render(t)}}
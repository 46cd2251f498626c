import{isVoice as t}from"../host/contact.js"
import{DestinationPicker as e}from"./destination-picker.js"
import{Keypad as n}from"./keypad.js"
export class Panel{#t
#e
constructor(s,i,c,o,{request:r,close:d}){const{contactId:a}=i
this.verb=c,this.#t=a,"keypad"===o.opens?(this.#e=new n(s,t=>r(o.request({contactId:a,digits:t}))),this.first='.key[tabindex="0"]'):(this.#e=new e(s,i,{verb:c,definition:o},(t,e)=>{d(),r(e.request({contactId:a,endpoint:t}))}),this.first=t(i)?"#destination":".picker")}fits({contactId:t,can:e}){return t===this.#t&&e.includes(this.verb)}settle(t,e){t===this.verb&&this.#e.settle?.(e)}render(t){return this.#e.render(t)}}
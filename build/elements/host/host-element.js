import{ConnectElement as t}from"../base/connect-element.js"
import{announceHosts as s}from"./registry.js"
import{HostStore as e}from"./store.js"
export class HostElement extends t{#t
constructor(){super(),this.store=new e(this,t=>this.verbsOf(t),()=>this.#s()),this.#t="idle",this.setCustomState("idle","")}static get observedAttributes(){return[...super.observedAttributes,"id"]}get state(){return this.store.state}get status(){return this.store.state.status}get ready(){return this.store.ready.then(()=>this)}subscribe(t,s,e){this.store.subscribe(t,s,e?.signal)}selectContact(t){this.connect.core.viewContact(t)}async request(t){return this.dispatchEvent(t)?this.perform(t):null}attributeChangedCallback(t,e,r){super.attributeChangedCallback(t,e,r),"id"===t&&this.isConnected&&s()}#s(){const{status:t}=this,s=this.#t
this.setCustomState(t,s),this.#t=t,this.stateChanged(s)}}
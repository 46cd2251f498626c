import{CommandButtons as t}from"../commands/command-buttons.js"
import{ConnectElement as s}from"../base/connect-element.js"
import{announceHosts as e}from"./registry.js"
import{HostStore as r}from"./store.js"
export class HostElement extends s{#t
constructor(){super(),this.store=new r(this,()=>this.#s()),this.#t="idle",this.setCustomState("idle",""),this.addController(new t(this))}static get observedAttributes(){return[...super.observedAttributes,"id"]}get state(){return this.store.state}get status(){return this.store.state.status}get ready(){return this.store.ready.then(()=>this)}subscribe(t,s,e){this.store.subscribe(t,s,e?.signal)}selectContact(t){this.connect.core.viewContact(t)}async request(t){return this.dispatchEvent(t)?this.perform(t):null}attributeChangedCallback(t,s,r){super.attributeChangedCallback(t,s,r),"id"===t&&this.isConnected&&e()}#s(){const{status:t}=this,s=this.#t
this.setCustomState(t,s),this.#t=t,this.stateChanged(s)}}
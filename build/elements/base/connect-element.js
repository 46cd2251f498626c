import{LitElement as t}from"lit"
import{VERSION as e}from"../../src/version.js"
import{ConnectErrorEvent as s}from"../host/events.js"
import{mayRender as i,notAllowed as a}from"../page/may-render.js"
import{define as n}from"./define.js"
import{Localization as o}from"../words/localize.js"
import{baseStyles as r}from"../looks/styles.js"
t.disableWarning?.("change-in-update")
export class ConnectElement extends t{static{this.version=e}static{this.styles=r}#t=this.attachInternals()
#e
#s=!1
#i=[]
static define(t,e=this.tagName){n(e,this,t)}shouldUpdate(){return this.#e??=i(),!!this.#e||(this.#s||this.#a(),!1)}#a(){this.#s=!0
const t=document.createElement("p")
t.setAttribute("role","alert")
const e=t.textContent=a(this)
this.renderRoot.replaceChildren(t),this.dispatchEvent(new s({code:"trusted-types",message:e}))}localize(t){return new o(this,t,(t,e)=>this.setCustomState(t,e))}setCustomState(t,e){this.#t.states.delete(e),this.#t.states.add(t)}setCustomStates(...t){const{states:e}=this.#t
for(const t of this.#i)e.delete(t)
this.#i=t.filter(t=>!1!==t)
for(const t of this.#i)e.add(t)}}
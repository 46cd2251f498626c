import{LitElement as t}from"lit"
import{VERSION as s}from"../../src/version.js"
import{define as e}from"./define.js"
import{Localization as i}from"../words/localize.js"
import{baseStyles as a}from"../looks/styles.js"
t.disableWarning?.("change-in-update")
export class ConnectElement extends t{static{this.version=s}static{this.styles=a}#t=this.attachInternals()
#s=[]
static define(t,s=this.tagName){e(s,this,t)}localize(t){return new i(this,t,(t,s)=>this.setCustomState(t,s))}setCustomState(t,s){this.#t.states.delete(s),this.#t.states.add(t)}setCustomStates(...t){const{states:s}=this.#t
for(const t of this.#s)s.delete(t)
this.#s=t.filter(t=>!1!==t)
for(const t of this.#s)s.add(t)}}
import{CtiError as t}from"../ccp/cti-service-client.js"
import{activeThirdParties as e,agentConnection as n,customerConnection as o,isActive as c,isFinished as s,isMonitoring as i,isRinging as a,isVoice as r,move as h,parties as d}from"./contact-model.js"
export function wrongState(e){return new t("InvalidStateException",e)}export function wrongChannel({type:e},n){return new t("InvalidContactTypeException",`${n} is not for contacts of type ${e}.`)}export class ContactMachine{#t
#e
#n
#o
#c=[]
constructor({clock:t,factory:e,ringTimeout:n,transact:o}){this.#t=t,this.#e=e,this.#n=n,this.#o=o}get all(){return this.#c}add(t){return this.#c.push(t),a(t)&&(t.stopRinging=this.#t.setTimer(this.#n,()=>this.#o(()=>this.miss(t)))),t.contactId}find(e){const n=this.#c.find(t=>t.contactId===e)
if(n)return n
const o=this.#c.map(({contactId:t,type:e,state:n})=>`${t} (${e}, ${n.type})`).join(", ")
throw new t("ContactNotFoundException",`There is no contact "${String(e)}". There are: ${o||"none"}.`)}findConnection(e,n){const o=e.connections.find(t=>t.connectionId===n)
if(o)return o
const{contactId:c}=e
throw new t("ConnectionNotFoundException",`Contact ${c} has no connection "${String(n)}".`)}findConnected(t,e){const n=this.find(t)
if("connected"===n.state.type)return n
throw wrongState(`${e} needs a connected contact; this one is ${n.state.type}.`)}accept(t){if(!a(t))throw wrongState(`A contact that is ${t.state.type} cannot be accepted.`)
if(this.#s(t),"queue_callback"===t.type)return t.connections=this.#e.callbackConnections(o(t)?.endpoint??null),t.contactFeatures=this.#e.callbackFeatures(),void this.#i("connecting",t)
this.#a(t)}reject(t){if(!a(t))throw wrongState(`A contact that is ${t.state.type} cannot be rejected.`)
this.#r(t,"rejected")}miss(t){if(!a(t))throw wrongState(`A contact that is ${t.state.type} cannot be missed.`)
this.#r(t,"missed","MissedCallAgent")}fail(t,e){if(s(t))throw wrongState(`A contact that is ${t.state.type} cannot fail.`)
this.#r(t,"error",e)}customerAnswers(t){const e=o(t)
if("connecting"!==e?.state.type)throw wrongState(`No customer is being called: the contact is ${t.state.type}.`)
this.#i("connected",e),this.#a(t)}customerHangsUp(t){const e=o(t)
if(!e)throw wrongState(`A contact of type ${t.type} has no customer.`)
if(!c(e))throw wrongState("The customer has left already.")
if(a(t))return this.miss(t)
if("connecting"===e.state.type){const e="queue_callback"===t.type?"MissedCallCustomer":"FailedConnectCustomer"
return this.#r(t,"error",e)}this.#h(t,e)}thirdPartyAnswers(t){const n=e(t).find(({state:t})=>"connecting"===t.type)
if(!n)throw wrongState("No third party is being called.")
this.#i("connected",n)}thirdPartyHangsUp(t){const n=e(t).at(-1)
if(!n)throw wrongState("The contact has no third party.")
this.#h(t,n)}destroy(t,e){if(!c(e))throw wrongState(`A connection that is ${e.state.type} cannot be ended.`)
return e!==n(t)?this.#h(t,e):a(t)?this.reject(t):void this.#d(t)}handOver(t){this.#d(t)}clear(t){if(!s(t))throw wrongState(`A contact that is ${t.state.type} cannot be cleared.`)
this.#c=this.#c.filter(e=>e!==t)}clearFinishedCalls(){this.#c=this.#c.filter(t=>!(r(t)&&s(t)&&!i(t)))}hold(t,e){this.#l(t,e,"connected","hold")}resume(t,e){this.#l(t,e,"hold","connected")}pauseTask(t){if("task"!==t.type)throw wrongChannel(t,"pauseContact")
if("connected"!==t.state.type)throw wrongState(`A task that is ${t.state.type} cannot be paused.`)
this.#i("paused",t)}resumeTask(t){if("task"!==t.type)throw wrongChannel(t,"resumeContact")
if("paused"!==t.state.type)throw wrongState(`A task that is ${t.state.type} cannot be resumed.`)
this.#i("connected",t)}#l(t,e,n,o){if(!r(t))throw wrongChannel(t,"Hold")
const{type:c}=e.state
if("connected"!==t.state.type||c!==n)throw wrongState(`The connection is ${c} in a contact that is ${t.state.type}; it must be ${n}.`)
this.#i(o,e)}#a(t){const e=n(t)
e&&this.#i("connected",e),this.#i("connected",t)}#h(t,e){this.#i("disconnected",e),d(t).some(c)||s(t)||this.#r(t,"ended")}#d(t){const e=d(t).filter(c)
if(e.length<2)return this.#r(t,"ended")
const o=n(t)
o&&this.#i("disconnected",o),this.#i("connected",...e.filter(({state:t})=>"hold"===t.type)),this.#i("ended",t)}#r(t,e,n=null){this.#s(t),this.#i("disconnected",...t.connections),this.#i(e,t),t.agentErrorState=n}#s(t){t.stopRinging?.(),t.stopRinging=null}#i(t,...e){h(t,this.#t.now(),...e)}}
import{CtiError as e}from"../ccp/cti-service-client.js"
import{isFinished as t,isMonitoring as n,isVoice as s}from"./contact-model.js"
export const AGENT_ERROR_STATES=/*#__PURE__*/Object.freeze(["Error","AgentHungUp","BadAddressAgent","BadAddressCustomer","Default","FailedConnectAgent","FailedConnectCustomer","InvalidLocale","LineEngagedAgent","LineEngagedCustomer","MissedCallAgent","MissedCallCustomer","MultipleCcpWindows","RealtimeCommunicationError"])
const i=e=>e.filter(e=>s(e)&&!n(e))
function o({type:e,connections:t}){return"queue_callback"===e||t.some(e=>"outbound"===e.type)}function c(e){const t=i(e),n=e=>t.find(({state:t})=>t.type===e),s=n("connecting"),c=n("error")??n("missed")
return n("connected")?{name:"Busy",type:"system"}:s?{name:o(s)?"CallingCustomer":"PendingBusy",type:"system"}:n("incoming")?{name:"Pending",type:"not_routable"}:n("ended")?{name:"AfterCallWork",type:"system"}:c?{name:c.agentErrorState??"Default",type:"error"}:null}export class AgentMachine{#e
#t
#n=null
#s
#i
constructor(e,t){this.#e=e,this.#s=e,this.#t=this.#i=t}get state(){return{...this.#s,since:this.#i}}get nextState(){return this.#n}get availability(){return{name:this.#e.name,since:this.#t}}choose(n,s,o,h){if(s&&c(o))return this.#n=n.name===this.#e.name?null:n,!1
if(i(o).some(e=>!t(e)))throw new e("InvalidStateException",`The agent is ${this.#s.name}: only a next state can be set.`)
return this.#n=null,this.#o(n,h),!0}refresh(e,t){const n=c(e)
!n&&this.#n&&(this.#o(this.#n,t),this.#n=null)
const s=n??this.#e,i=s.name!==this.#s.name||s.type!==this.#s.type
this.#s=s,i&&(this.#i=t)}#o(e,t){e.name!==this.#e.name&&(this.#t=t),this.#e=e}}
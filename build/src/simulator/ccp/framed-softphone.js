import{isAgentData as t,isRecord as e}from"../../conduit/wire.js"
import{AgentEvents as s,ConfigurationEvents as o,EventType as i,MasterTopics as a}from"../../events/event-names.js"
const n={[o.SET_SPEAKER_DEVICE]:o.SPEAKER_DEVICE_CHANGED,[o.SET_MICROPHONE_DEVICE]:o.MICROPHONE_DEVICE_CHANGED,[o.SET_RINGER_DEVICE]:o.RINGER_DEVICE_CHANGED},h=new Set(["connected","hold"]),c={errorType:"microphone_not_shared",errorMessage:"The microphone is not shared with the contact control panel.",endPointUrl:""}
function r({snapshot:t}){for(const{contactId:e,connections:s}of t.contacts){const t=s.find(({type:t,softphoneMediaInfo:e,state:s})=>"agent"===t&&e&&"disconnected"!==s.type)
if(t)return{contactId:e,talking:h.has(t.state.type)}}}const d=Promise.resolve(!1)
export class FramedSoftphone{#t
#e
#s=!1
#o=!1
#i
#a=d
#n=!1
constructor(o){this.#t=o,this.#e=o.allowed
const{conduit:a}=o
a.onUpstream(s.UPDATE,e=>{t(e)&&this.#h(r(e))}),a.onUpstream(i.UPDATE_CONNECTED_CCPS,()=>this.#c()),a.onUpstream(i.MASTER_RESPONSE,t=>this.#r(t)),a.onUpstream(i.MUTE,t=>{this.#d(t)}),a.onUpstream(s.MUTE_TOGGLE,t=>{e(t)&&(this.#n=!0===t.muted)})
for(const[t,e]of Object.entries(n))a.onUpstream(t,t=>{this.#l(e,t)})
this.#c()}configure(t){this.#e=e(t)&&!0===t.allowFramedSoftphone,this.#i&&!this.#i.talking?this.#a=this.#E():this.#c()}#c(){this.#s||this.#p()}async#p(){if(!this.#e)return!1
try{const t=await this.#t.masterClient.call("checkMaster",{topic:a.SOFTPHONE})
return this.#s=e(t)&&!0===t.isMaster,this.#e&&this.#s}catch{return!1}}#r(t){const s=e(t)?t.data:void 0
e(s)&&s.topic===a.SOFTPHONE&&s.takeOver&&(this.#s=!1)}#h(t){const e=this.#i,o=!this.#o&&!0===t?.talking
this.#i=t,this.#o=!0,t&&t.contactId!==e?.contactId?this.#a=o?d:this.#E():this.#c(),!t&&e&&(this.#a=d,this.#n=!1,this.#m(s.MUTE_TOGGLE,{muted:!1}))}async#E(){const{broadcast:t,hasMicrophone:e=()=>!0}=this.#t
return!(!await this.#p()||!e()&&(t(s.SOFTPHONE_ERROR,c),1))}async#d(t){const o=e(t)&&"boolean"==typeof t.mute?t.mute:void 0
if(await this.#a){if(void 0!==o){if(!this.#i?.talking)return
this.#n=o}this.#t.broadcast(s.MUTE_TOGGLE,{muted:this.#n})}}async#l(t,s){e(s)&&"string"==typeof s.deviceId&&await this.#m(t,{deviceId:s.deviceId})}async#m(t,e){await this.#p()&&this.#t.broadcast(t,e)}}
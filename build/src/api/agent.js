import{frozen as t,NONE as e}from"../agent/freeze.js"
import{elapsedSince as n}from"../agent/snapshot.js"
import{isRecord as o,sendable as r}from"../conduit/wire.js"
import{assertFunction as s,assertNotNull as i,ValueError as a}from"../errors/errors.js"
import{AgentEvents as u,ConfigurationEvents as c,ContactEvents as h,LinkEventType as g}from"../events/event-names.js"
import{Endpoint as E,toSentEndpoint as d}from"./endpoint.js"
import{isValidLocale as f}from"./locale.js"
import{readWrittenNumber as l}from"./phone-number.js"
const p=500,m=/*#__PURE__*/Object.freeze({VOICE:1,CHAT:1})
export class Agent{#t
#e
constructor(t,e){this.#t=t,this.#e=e}get#n(){return this.#e??this.#t.data.current}get#o(){return this.#n.configuration}#r(t,e){return this.#t.bus.subscribe(t,e)}onRefresh(t){return this.#r(u.REFRESH,t)}onRoutable(t){return this.#r(u.ROUTABLE,t)}onNotRoutable(t){return this.#r(u.NOT_ROUTABLE,t)}onOffline(t){return this.#r(u.OFFLINE,t)}onError(t){return this.#r(u.ERROR,t)}onAfterCallWork(t){return this.#r(u.ACW,t)}onStateChange(t){return this.#r(u.STATE_CHANGE,t)}onEnqueuedNextState(t){return this.#r(u.ENQUEUED_NEXT_STATE,t)}onClearedNextState(t){return this.#r(u.CLEARED_NEXT_STATE,t)}onContactPending(t){s(t,"f")
const e=this.#t
return this.#r(h.PENDING,function(n,o,r){return t.call(this,e.agent(),o,r)})}onSoftphoneError(t){return this.#r(u.SOFTPHONE_ERROR,t)}onWebSocketConnectionLost(t){return this.#r(u.WEBSOCKET_CONNECTION_LOST,t)}onWebSocketConnectionGained(t){return this.#r(u.WEBSOCKET_CONNECTION_GAINED,t)}onMuteToggle(t){return this.#r(u.MUTE_TOGGLE,t)}onLocalMediaStreamCreated(t){return this.#r(u.LOCAL_MEDIA_STREAM_CREATED,t)}onSpeakerDeviceChanged(t){return this.#r(c.SPEAKER_DEVICE_CHANGED,t)}onMicrophoneDeviceChanged(t){return this.#r(c.MICROPHONE_DEVICE_CHANGED,t)}onRingerDeviceChanged(t){return this.#r(c.RINGER_DEVICE_CHANGED,t)}getState(){return t(this.#n.agent.state)}getStatus(){return this.getState()}getStateDuration(){const{agent:t,skew:e}=this.#n
return n(t.state.startTimestamp,e)}getStatusDuration(){return this.getStateDuration()}getAvailabilityState(){return t(this.#n.agent.agentAvailabilityState??null)}getNextState(){return t(this.#n.agent.nextState??null)}getPermissions(){return t(this.#o.permissions??e)}getContacts(t){const e=this.#n
e.handles??=Object.freeze([...e.contacts].map(([t,e])=>this.#t.contact(t,this.#e&&e)))
const n=e.handles
return t?Object.freeze(n.filter(e=>e.getType()===t)):n}getConfiguration(){return structuredClone(this.#o)}getAgentStates(){return t(this.#o.agentStates??e)}getRoutingProfile(){return t(this.#o.routingProfile)}getChannelConcurrency(e){const n=t(this.#o.routingProfile?.channelConcurrencyMap??m)
return e?n[e]??0:n}getName(){return this.#o.name}getExtension(){return this.#o.extension}getDialableCountries(){return t(this.#o.dialableCountries??e)}isSoftphoneEnabled(){return this.#o.softphoneEnabled}getAgentARN(){return this.#o.agentARN}getVoiceEnhancementMode(){return this.#o.voiceEnhancementMode}getAllQueueARNs(){return this.#n.queueARNs}setState(t,e,n){const o=n?Boolean(n.enqueueNextState):void 0
return this.#t.commands.send({operation:"putAgentState",params:()=>({state:this.#s(t),enqueueNextState:o})},e)}setStatus(t,e,n){return this.setState(t,e,n)}#s(t){if(i(t,"state"),"string"!=typeof t){if(t.name)return{...t}
throw new a("state must be one of getAgentStates(), or its name")}const e=this.getAgentStates(),n=e.find(({name:e})=>e===t)
if(n)return n
const o=e.map(({name:t})=>t).join(", ")
throw new a('"%s" is no state of this agent: choose one of %s',t,o)}setConfiguration(t,e){return this.#t.commands.send({operation:"updateAgentConfiguration",params:()=>({configuration:r(C(t,this.#o))}),finish:t=>(this.#t.send(g.RELOAD_AGENT_CONFIGURATION),t)},e)}connect(t,e){const{queueARN:n,queueId:o,relatedContactId:r,timeout:s}=e??{}
return this.#t.commands.send({operation:"createOutboundContact",deadline:Number(s)>0?s:void 0,params:()=>({endpoint:d(t),queueARN:n||o||this.#o.routingProfile?.defaultOutboundQueue?.queueARN,...r&&{relatedContactId:r}})},e)}getEndpoints(t,e,n){const{maxResults:r=p,nextToken:s=null,endpoints:a=[]}=n??{},u=[...a]
return this.#t.commands.send({operation:"getEndpoints",params:()=>({queueARNs:[i(t,"queueARNs")].flat(),nextToken:s,maxResults:r}),finish:async e=>{const r=o(e)?e:{}
return Array.isArray(r.endpoints)&&u.push(...r.endpoints.map(t=>new E(t))),"string"==typeof r.nextToken&&r.nextToken?this.getEndpoints(t,null,{...n,endpoints:u,nextToken:r.nextToken}):{endpoints:u,addresses:u}}},e)}getAddresses(t,e,n){return this.getEndpoints(t,e,n)}mute(){this.#t.broadcast(g.MUTE,{mute:!0})}unmute(){this.#t.broadcast(g.MUTE,{mute:!1})}setSpeakerDevice(t){this.#t.broadcast(c.SET_SPEAKER_DEVICE,{deviceId:t})}setMicrophoneDevice(t){this.#t.broadcast(c.SET_MICROPHONE_DEVICE,{deviceId:t})}setRingerDevice(t){this.#t.broadcast(c.SET_RINGER_DEVICE,{deviceId:t})}toSnapshot(){return this.#t.agent(this.#n)}}function C(t,e){return S(A(i(t,"configuration"),e),e)}function A(t,e){if(!t.agentPreferences)return t
const{LANGUAGE:n,locale:o}=t.agentPreferences,r=o??n??void 0
if(void 0===r)return t
if(f(r))return{...t,agentPreferences:{...t.agentPreferences,locale:r}}
const{LANGUAGE:s,locale:i}=e.agentPreferences??{}
if(n===s&&o===i)return t
throw new a('InvalidLocale: "%s" is no language of the CCP; write it as in en_US',r)}function S(t,e){const{extension:n}=t
if("string"!=typeof n||n===e.extension)return t
const o=l(n)
return"number"in o?{...t,extension:o.number}:t}
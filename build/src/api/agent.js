import{entryOf as t}from"../conduit/entry-of.js"
import{frozen as e,NONE as n}from"../agent/freeze.js"
import{elapsedSince as o}from"../agent/snapshot.js"
import{DEFAULT_DEADLINE as r}from"../conduit/request-client.js"
import{takeTime as s}from"../conduit/time-limit.js"
import{isRecord as i}from"../conduit/wire.js"
import{sendable as a}from"../conduit/sendable.js"
import{assertFunction as u,assertNotNull as c,ValueError as h}from"../errors/errors.js"
import{AgentEvents as g,ConfigurationEvents as d,ContactEvents as E,LinkEventType as f}from"../events/event-names.js"
import{Endpoint as l,toSentEndpoint as p}from"./endpoint.js"
import{isValidLocale as m}from"./locale.js"
const C=500,A=/*#__PURE__*/Object.freeze({VOICE:1,CHAT:1})
export class Agent{#t
#e
constructor(t,e){this.#t=t,this.#e=e}get#n(){return this.#e??this.#t.data.current}get#o(){return this.#n.configuration}#r(t,e){return this.#t.bus.subscribe(t,e)}onRefresh(t){return this.#r(g.REFRESH,t)}onRoutable(t){return this.#r(g.ROUTABLE,t)}onNotRoutable(t){return this.#r(g.NOT_ROUTABLE,t)}onOffline(t){return this.#r(g.OFFLINE,t)}onError(t){return this.#r(g.ERROR,t)}onAfterCallWork(t){return this.#r(g.ACW,t)}onStateChange(t){return this.#r(g.STATE_CHANGE,t)}onEnqueuedNextState(t){return this.#r(g.ENQUEUED_NEXT_STATE,t)}onClearedNextState(t){return this.#r(g.CLEARED_NEXT_STATE,t)}onContactPending(t){u(t,"f")
const e=this.#t
return this.#r(E.PENDING,function(n,o,r){return t.call(this,e.agent(),o,r)})}onSoftphoneError(t){return this.#r(g.SOFTPHONE_ERROR,t)}onWebSocketConnectionLost(t){return this.#r(g.WEBSOCKET_CONNECTION_LOST,t)}onWebSocketConnectionGained(t){return this.#r(g.WEBSOCKET_CONNECTION_GAINED,t)}onMuteToggle(t){return this.#r(g.MUTE_TOGGLE,t)}onLocalMediaStreamCreated(t){return this.#r(g.LOCAL_MEDIA_STREAM_CREATED,t)}onSpeakerDeviceChanged(t){return this.#r(d.SPEAKER_DEVICE_CHANGED,t)}onMicrophoneDeviceChanged(t){return this.#r(d.MICROPHONE_DEVICE_CHANGED,t)}onRingerDeviceChanged(t){return this.#r(d.RINGER_DEVICE_CHANGED,t)}getState(){return e(this.#n.agent.state)}getStatus(){return this.getState()}getStateDuration(){const{agent:t,skew:e}=this.#n
return o(t.state.startTimestamp,e)}getStatusDuration(){return this.getStateDuration()}getAvailabilityState(){return e(this.#n.agent.agentAvailabilityState??null)}getNextState(){return e(this.#n.agent.nextState??null)}getPermissions(){return e(this.#o.permissions??n)}getContacts(t){const e=this.#n
e.handles??=Object.freeze([...e.contacts].map(([t,e])=>this.#t.contact(t,this.#e&&e)))
const n=e.handles
return t?Object.freeze(n.filter(e=>e.getType()===t)):n}getConfiguration(){return structuredClone(this.#o)}getAgentStates(){return e(this.#o.agentStates??n)}getRoutingProfile(){return e(this.#o.routingProfile)}getChannelConcurrency(n){const o=e(this.#o.routingProfile?.channelConcurrencyMap??A)
return n?t(o,n)??0:o}getName(){return this.#o.name}getExtension(){return this.#o.extension}getDialableCountries(){return e(this.#o.dialableCountries??n)}isSoftphoneEnabled(){return this.#o.softphoneEnabled}getAgentARN(){return this.#o.agentARN}getVoiceEnhancementMode(){return this.#o.voiceEnhancementMode}getAllQueueARNs(){return this.#n.queueARNs}setState(t,e,n){const o=n?Boolean(n.enqueueNextState):void 0
return this.#t.commands.send({operation:"putAgentState",params:()=>({state:this.#s(t),enqueueNextState:o})},e)}setStatus(t,e,n){return this.setState(t,e,n)}#s(t){if(c(t,"state"),"string"!=typeof t){if(t.name)return{...t}
throw new h("state must be one of getAgentStates(), or its name")}const e=this.getAgentStates(),n=e.find(({name:e})=>e===t)
if(n)return n
const o=e.map(({name:t})=>t).join(", ")
throw new h('"%s" is no state of this agent: choose one of %s',t,o)}setConfiguration(t,e){return this.#t.commands.send({operation:"updateAgentConfiguration",params:()=>({configuration:a(S(t))}),finish:t=>(this.#t.send(f.RELOAD_AGENT_CONFIGURATION),t)},e)}connect(t,e){const{queueARN:n,queueId:o,relatedContactId:i}=e??{},{time:a,problem:u}=s("timeout",e?.timeout,{usual:r})
return u&&this.#t.log.warn("agent.connect: %s",u),this.#t.commands.send({operation:"createOutboundContact",deadline:a,params:()=>({endpoint:p(t),queueARN:n||o||this.#o.routingProfile?.defaultOutboundQueue?.queueARN,...i&&{relatedContactId:i}})},e)}getEndpoints(t,e,n){const{maxResults:o=C,nextToken:r=null,endpoints:s=[]}=n??{},a=[...s]
return this.#t.commands.send({operation:"getEndpoints",params:()=>({queueARNs:[c(t,"queueARNs")].flat(),nextToken:r,maxResults:o}),finish:async e=>{const o=i(e)?e:{}
return Array.isArray(o.endpoints)&&a.push(...o.endpoints.map(t=>new l(t))),"string"==typeof o.nextToken&&o.nextToken?this.getEndpoints(t,null,{...n,endpoints:a,nextToken:o.nextToken}):{endpoints:a,addresses:a}}},e)}getAddresses(t,e,n){return this.getEndpoints(t,e,n)}mute(){this.#t.broadcast(f.MUTE,{mute:!0})}unmute(){this.#t.broadcast(f.MUTE,{mute:!1})}setSpeakerDevice(t){this.#t.broadcast(d.SET_SPEAKER_DEVICE,{deviceId:t})}setMicrophoneDevice(t){this.#t.broadcast(d.SET_MICROPHONE_DEVICE,{deviceId:t})}setRingerDevice(t){this.#t.broadcast(d.SET_RINGER_DEVICE,{deviceId:t})}toSnapshot(){return this.#t.agent(this.#n)}}function S(t){const e=c(t,"configuration")
if(!e.agentPreferences)return e
const{LANGUAGE:n,locale:o=n}=e.agentPreferences
if(void 0===o)return e
if(m(o))return{...e,agentPreferences:{...e.agentPreferences,locale:o}}
throw new h('InvalidLocale: "%s" is no language of the CCP; write it as in en_US',o)}
import{DEFAULT_DEADLINE as e}from"../conduit/request-client.js"
import{takeTime as t}from"../conduit/time-limit.js"
import{isRecord as n,sendable as o}from"../conduit/wire.js"
import{CommandError as s,CommandErrorType as r}from"../errors/command-error.js"
import{assertNotNull as i,ValueError as a}from"../errors/errors.js"
import{ConfigurationEvents as u,LinkEventType as c}from"../events/event-names.js"
import{AgentFacts as d}from"./agent-facts.js"
import{Endpoint as m,toSentEndpoint as p}from"./endpoint.js"
import{AgentErrorStates as f}from"./enums.js"
import{isValidLocale as g}from"./locale.js"
const l=500
export class Agent extends d{constructor(e,t){super(e,t)}setState(e,t,n){const o=n?Boolean(n.enqueueNextState):void 0
return this.context.commands.send({operation:"putAgentState",params:()=>({state:this.#e(e),enqueueNextState:o})},t)}setStatus(e,t,n){return this.setState(e,t,n)}#e(e){if(i(e,"state"),"string"!=typeof e){if(e.name)return{...e}
throw new a("state must be one of getAgentStates(), or its name")}const t=this.configuration.agentStates??[],n=t.find(({name:t})=>t===e)
if(n)return n
const o=t.map(({name:e})=>e).join(", ")
throw new a('"%s" is no state of this agent: choose one of %s',e,o)}setConfiguration(e,t){return this.context.commands.send({operation:"updateAgentConfiguration",params:()=>({configuration:o(h(e))}),finish:e=>(this.context.send(c.RELOAD_AGENT_CONFIGURATION),e)},t)}connect(n,o){const{queueARN:s,queueId:r,relatedContactId:i}=o??{},{time:a,problem:u}=t("timeout",o?.timeout,{usual:e})
return u&&this.context.log.warn("agent.connect: %s",u),this.context.commands.send({operation:"createOutboundContact",deadline:a,params:()=>({endpoint:p(n),queueARN:s||r||this.configuration.routingProfile?.defaultOutboundQueue?.queueARN,...i&&{relatedContactId:i}})},o)}getEndpoints(e,t,o){const{maxResults:s=l,nextToken:r=null,endpoints:a=[]}=o??{},u=[...a]
return this.context.commands.send({operation:"getEndpoints",params:()=>({queueARNs:[i(e,"queueARNs")].flat(),nextToken:r,maxResults:s}),finish:async t=>{const s=n(t)?t:{}
return Array.isArray(s.endpoints)&&u.push(...s.endpoints.map(e=>new m(e))),"string"==typeof s.nextToken&&s.nextToken?this.getEndpoints(e,null,{...o,endpoints:u,nextToken:s.nextToken}):{endpoints:u,addresses:u}}},t)}getAddresses(e,t,n){return this.getEndpoints(e,t,n)}mute(){this.context.broadcast(c.MUTE,{mute:!0})}unmute(){this.context.broadcast(c.MUTE,{mute:!1})}setSpeakerDevice(e){this.context.broadcast(u.SET_SPEAKER_DEVICE,{deviceId:e})}setMicrophoneDevice(e){this.context.broadcast(u.SET_MICROPHONE_DEVICE,{deviceId:e})}setRingerDevice(e){this.context.broadcast(u.SET_RINGER_DEVICE,{deviceId:e})}setCameraDevice(e){if("string"!=typeof e||!e)throw new a("deviceId must be the id of a camera")
this.context.broadcast(u.CAMERA_DEVICE_CHANGED,{deviceId:e})}setBackgroundBlur(e){if("boolean"!=typeof e)throw new a("isBackgroundBlurEnabled must be true or false")
this.context.broadcast(u.BACKGROUND_BLUR_CHANGED,{isBackgroundBlurEnabled:e})}toSnapshot(){return this.context.agent(this.snapshot)}}function h(e){const t=i(e,"configuration")
if(!t.agentPreferences)return t
const{LANGUAGE:n,locale:o=n}=t.agentPreferences
if(void 0===o)return t
if(g(o))return{...t,agentPreferences:{...t.agentPreferences,locale:o}}
throw new s({operation:"updateAgentConfiguration",type:r.INVALID_ARGUMENT,message:`updateAgentConfiguration was not sent: InvalidLocale: "${o}" is no language of the CCP; write it as in en_US`,text:f.INVALID_LOCALE})}
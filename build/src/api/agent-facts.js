import{copied as t}from"../agent/copy.js"
import{elapsedSince as e}from"../agent/snapshot.js"
import{AgentSubscriptions as n}from"./agent-subscriptions.js"
const r=/*#__PURE__*/Object.freeze({VOICE:1,CHAT:1})
export class AgentFacts extends n{#t
constructor(t,e){super(t),this.#t=e}get snapshot(){return this.#t??this.context.data.current}get configuration(){return this.snapshot.configuration}_getData(){return t(this.snapshot.data)}getState(){return t(this.snapshot.agent.state)}getStatus(){return this.getState()}getStateDuration(){const{agent:t,skew:n}=this.snapshot
return e(t.state.startTimestamp,n)}getStatusDuration(){return this.getStateDuration()}getAvailabilityState(){return t(this.snapshot.agent.agentAvailabilityState)}getNextState(){return t(this.snapshot.agent.nextState)}getPermissions(){return t(this.configuration.permissions)}getContacts(t){const{snapshot:e}=this
e.handles??=[...e.contacts].map(([t,e])=>this.context.contact(t,this.#t&&e))
const n=e.handles
return t?n.filter(e=>e.getType()===t):[...n]}getConfiguration(){return t(this.configuration)}getAgentStates(){return t(this.configuration.agentStates)}getRoutingProfile(){return t(this.configuration.routingProfile)}getChannelConcurrency(t){const e={...this.configuration.routingProfile?.channelConcurrencyMap??r}
return t?e[t]??0:e}getName(){return this.configuration.name}getExtension(){return this.configuration.extension}getDialableCountries(){return t(this.configuration.dialableCountries)}isSoftphoneEnabled(){return this.configuration.softphoneEnabled}getAgentARN(){return this.configuration.agentARN}getVoiceEnhancementMode(){return this.configuration.voiceEnhancementMode}getAllQueueARNs(){return[...this.snapshot.queueARNs]}}
import{endpointOf as n,voiceFeatures as t}from"./contact-model.js"
const e="+12065550100",i="wss://signalling.simulator.invalid"
export class ContactFactory{#n
#t
#e
#i
constructor({clock:n,ids:t,directory:e,multiParty:i}){this.#n=n,this.#t=t,this.#e=e,this.#i=i}inboundCall({from:i=e,...o}){const c=this.#o("voice","connecting",o)
return c.initialContactId??=c.contactId,c.initiationMethod="inbound",c.contactFeatures=t(this.#i),c.connections=this.#c("connecting",{type:"inbound",stateType:"connected",endpoint:n("phone_number",i)}),c}outboundCall(n,e,i){const o=this.#a("voice","connecting",e)
return o.initialContactId=o.contactId,o.relatedContactId=i,o.initiationMethod="outbound",o.contactFeatures=t(this.#i),o.connections=this.#c("connecting",{type:"outbound",stateType:"connecting",endpoint:n}),o}queuedCallback({from:t=e,...i}){const o=this.#o("queue_callback","incoming",i)
o.initialContactId??=this.#t.uuid(),o.initiationMethod="callback",o.queued=null
const c=this.connection("agent","connecting",{endpoint:n("agent")}),a=this.connection("inbound","connected",{endpoint:n("phone_number",t),initial:!0})
return c.connectionId=`${c.connectionId}_${o.contactId}`,a.connectionId=o.contactId,o.connections=[c,a],o}callbackConnections(n){return this.#c("connecting",{type:"inbound",stateType:"connecting",endpoint:n},"none")}callbackFeatures(){return t(this.#i)}chat({from:t="Customer",customerName:e=t,...i}){const o=this.#o("chat","connecting",i)
o.initiationMethod="api",o.queued=null,o.contactFeatures={attachmentsEnabled:!1,messagingMarkdownEnabled:!1,multiPartyConferenceEnabled:this.#i||null}
const c=JSON.stringify({ConnectionAuthenticationToken:`simulated-${this.#t.uuid()}`})
return o.connections=[this.connection("agent","connecting",{endpoint:n("agent"),chatMediaInfo:{chatAutoAccept:!1,connectionData:c,customerName:null}}),this.connection("inbound","connected",{initial:!0,chatMediaInfo:{chatAutoAccept:null,connectionData:null,customerName:e}})],o}task({from:n="Task",name:t=n,description:e,references:i,channelContext:o,...c}){const a=this.#o("task","connecting",c)
return a.initiationMethod="api",a.name=t,a.description=e??null,a.references={...i},a.channelContext={scheduledTime:null,taskTemplateId:null,taskTemplateVersion:null,...o},a.connections=[this.connection("agent","connecting",{initial:!0})],a}monitored(n){const e=this.#a("voice","connected",null)
e.contactFeatures=t(this.#i),e.queued=null
const i=this.#l("none")
return e.connections=[this.connection("monitoring","connected",{initial:!0,softphoneMediaInfo:i,monitorMode:n})],e}connection(n,t,e={}){return{connectionId:this.#t.uuid(),type:n,state:{type:t,since:this.#n.now()},initial:!1,endpoint:null,softphoneMediaInfo:null,chatMediaInfo:null,monitoringInfo:null,mute:null,quickConnectName:null,monitorMode:null,...e}}#c(t,e,i="audio_only"){return[this.connection("agent",t,{endpoint:n("agent"),softphoneMediaInfo:this.#l(i),mute:!1}),this.connection(e.type,e.stateType,{endpoint:e.endpoint,initial:!0,mute:!1})]}#l(n){const{softphoneEnabled:t,softphoneAutoAccept:e}=this.#e.configuration
return t?{autoAccept:e??!1,callConfigJson:JSON.stringify({iceServers:[],signalingEndpoint:i,useWebSocketProvider:!0}),callContextToken:`simulated-${this.#t.uuid()}`,callType:n,mediaLegContextToken:`simulated-${this.#t.uuid()}`}:null}#o(n,t,{queue:e,attributes:i,initialContactId:o}){const c=this.#a(n,t,this.#e.queueByName(e))
return c.attributes={...i},c.initialContactId=o??null,c}#a(n,t,e){const i=this.#n.now()
return{contactId:this.#t.uuid(),type:n,state:{type:t,since:i},connections:[],attributes:{},queue:e,queued:i,begun:i,initialContactId:null,relatedContactId:null,initiationMethod:null,name:null,description:null,references:null,channelContext:null,contactFeatures:null,agentErrorState:null,stopRinging:null}}}
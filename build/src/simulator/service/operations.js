import{ACCESS_DENIED as t,CtiError as n}from"../ccp/cti-service-client.js"
import{isRecord as e}from"../../conduit/wire.js"
import{wrongChannel as o,wrongState as c}from"./contact-machine.js"
import{isActive as i,isMonitoring as r,isVoice as a}from"./contact-model.js"
import{isE164 as s,pageOf as d}from"./directory.js"
import{createTransport as u}from"./transports.js"
const f=["softphoneEnabled","softphoneAutoAccept","extension","agentPreferences","voiceEnhancementMode"],l=/^[0-9*#A-D,]+$/
export function createQueries({directory:t}){const n=(t,n)=>e=>{const o=d(n(),e)
return{[t]:o.items,nextToken:o.nextToken}}
return{getAgentConfiguration:()=>({configuration:structuredClone(t.configuration)}),getAgentStates:n("states",()=>t.agentStates),getAgentPermissions:n("permissions",()=>t.permissions),getDialableCountryCodes:n("countryCodes",()=>t.dialableCountries),getRoutingProfileQueues:n("queues",()=>t.queues),getEndpoints:n("endpoints",()=>t.quickConnects)}}export function createCommands(t){return{...p(t),...g(t),...C(t),...h(t)}}function p({agent:o,clock:i,contacts:d,directory:u,factory:l}){function p(t){const{agentStateARN:n,name:o}=e(t)?t:{},i=u.agentStates.find(t=>n?t.agentStateARN===n:t.name===o)
if(!i)throw c(`The agent cannot choose the state ${o??n}.`)
return i}return{putAgentState:({state:t,enqueueNextState:n})=>(o.choose(p(t),!0===n,d.all,i.now())&&d.clearFinishedCalls(),{}),updateAgentConfiguration:({configuration:t})=>{const o=e(t)?t:{},{softphoneEnabled:c=u.configuration.softphoneEnabled,extension:i}=o
if(!(c&&""===(i??"")||s(i)))throw new n("InvalidConfigurationException","The extension is not in E.164 form, such as +12065550100.")
const r=f.filter(t=>void 0!==o[t]&&null!==o[t])
return u.configuration={...u.configuration,...Object.fromEntries(r.map(t=>[t,o[t]]))},{}},createOutboundContact:({endpoint:e,queueARN:o,relatedContactId:i})=>{if(!u.permissions.includes("outboundCall"))throw new n("AccessDeniedException","The agent has no permission outboundCall.",t)
if(d.all.some(t=>a(t)&&!r(t)))throw c("The agent has a call already.")
const s=u.configuration.routingProfile.defaultOutboundQueue,f=o?u.queueByArn(o):s
if(!f)throw new n("BadEndpointException",`The routing profile has no queue ${String(o)}.`)
const p="string"==typeof i?i:null
return d.add(l.outboundCall(u.endpoint(e),f,p)),{}}}}function g({contacts:t,directory:n,thirdParties:e}){const c=n=>e=>(n(t.find(e.contactId),e),{})
function i(e,o){n.endpoint(o,["agent","queue"]),t.handOver(e)}return{acceptContact:c(n=>t.accept(n)),rejectContact:c(n=>t.reject(n)),clearContact:c(n=>t.clear(n)),pauseContact:c(n=>t.pauseTask(n)),resumeContact:c(n=>t.resumeTask(n)),completeContact:c(n=>{if(r(n))throw o(n,"completeContact for who only listens")
t.clear(n)}),updateMonitorParticipantState:c((t,{targetMonitorMode:n})=>e.setMonitorMode(t,n)),toggleActiveConnections:({contactId:n,connectionId:o})=>(e.toggle(t.findConnected(n,"toggleActiveConnections"),o),{}),conferenceConnections:({contactId:n})=>(e.conference(t.findConnected(n,"conferenceConnections")),{}),createAdditionalConnection:({contactId:o,endpoint:c})=>{const r=t.findConnected(o,"createAdditionalConnection")
return a(r)?e.call(r,n.endpoint(c)):i(r,c),{}},addNewConnection:({contactId:c,endpoint:i})=>{const r=t.findConnected(c,"addNewConnection")
if("task"===r.type)throw o(r,"addNewConnection")
const s=a(r)?void 0:["agent","queue"]
return e.call(r,n.endpoint(i,s),{keepTalking:!0}),{}},transferContact:({contactId:n,endpoint:e})=>{const c=t.findConnected(n,"transferContact")
if(a(c))throw o(c,"transferContact")
return i(c,e),{}}}}function C({contacts:t}){function n({contactId:n,connectionId:e}){const o=t.find(n)
return{contact:o,connection:t.findConnection(o,e)}}function e(t,e){const{contact:r,connection:s}=n(t)
if(!a(r))throw o(r,"Mute")
if(!i(s))throw c(`A connection that is ${s.state.type} cannot be muted.`)
return s.mute=e,{}}return{destroyConnection:e=>{const{contact:o,connection:c}=n(e)
return t.destroy(o,c),{}},holdConnection:e=>{const{contact:o,connection:c}=n(e)
return t.hold(o,c),{}},resumeConnection:e=>{const{contact:o,connection:c}=n(e)
return t.resume(o,c),{}},muteParticipant:t=>e(t,!0),unmuteParticipant:t=>e(t,!1)}}function h(t){const{contacts:e}=t
return{sendDigits:({contactId:t,connectionId:i,digits:r})=>{const s=e.findConnected(t,"sendDigits")
if(!a(s))throw o(s,"sendDigits")
const{state:d}=e.findConnection(s,i)
if("connected"!==d.type)throw c(`Nobody hears digits on a connection that is ${d.type}.`)
if("string"!=typeof r||!l.test(r))throw new n("SendDataFailedException","Digits are 0 to 9, *, #, A to D, and a comma for a pause.")
return{}},notifyContactIssue:({contactId:t})=>(e.find(t),{}),createTransport:n=>u(t,n),sendClientLogs:()=>({}),sendSoftphoneCallMetrics:()=>({}),sendSoftphoneCallReport:()=>({})}}
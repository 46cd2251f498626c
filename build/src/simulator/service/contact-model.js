import{isFinishedState as n}from"../../events/event-graph.js"
const t=["connecting","connected","hold","silent_monitor","barge"]
export const isActive=({state:n})=>t.includes(n.type)
export const isFinished=({state:t})=>n(t.type)
export const isMonitoring=n=>n.connections.some(({type:n,initial:t})=>"monitoring"===n&&t)
export const isVoice=({type:n})=>"voice"===n||"queue_callback"===n
export function isRinging(n){return"incoming"===n.state.type||"connecting"===n.state.type&&"queue_callback"!==n.type&&!n.connections.some(({type:n,initial:t})=>"outbound"===n&&t)}export const agentConnection=n=>n.connections.find(({type:n,initial:t})=>"agent"===n||"monitoring"===n&&t)
export const customerConnection=n=>n.connections.find(({type:n,initial:t})=>t&&("inbound"===n||"outbound"===n))
export const parties=n=>n.connections.filter(({type:n})=>"inbound"===n||"outbound"===n)
export const activeThirdParties=n=>parties(n).filter(n=>!n.initial&&isActive(n))
export function move(n,t,...e){for(const o of e)o.state.type!==n&&(o.state={type:n,since:t})}export const voiceFeatures=n=>({attachmentsEnabled:null,messagingMarkdownEnabled:null,multiPartyConferenceEnabled:n})
export function endpointOf(n,t=null){return{agentLogin:null,endpointARN:null,name:null,phoneNumber:t,queue:null,type:n}}
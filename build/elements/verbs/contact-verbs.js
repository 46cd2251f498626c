const e=2,t=5,n=["ended","missed","error","rejected"],o=["connecting","connected","hold"],i=["inbound","outbound"]
export const isFinished=({state:e})=>n.includes(e.type)
export const isVoice=({type:e})=>"voice"===e||"queue_callback"===e
export const isActiveParty=({type:e,state:t})=>i.includes(e)&&o.includes(t)
export const hasBargedIn=({type:e,state:t})=>"monitoring"===e&&"barge"===t
export function traitsOf({connections:e,contactFeatures:t}){return{softphone:e.some(({softphoneMediaInfo:e})=>Boolean(e)),monitoring:e.some(({initial:e,type:t})=>e&&"monitoring"===t),multiParty:!0===t?.multiPartyConferenceEnabled,customer:e.findIndex(({initial:e,type:t})=>e&&i.includes(t))}}export function verbsOf(e,t,n){const{type:o}=e.state
if(isFinished(e))return["clear"]
if(e.ringing)return["accept","reject"]
if(t.monitoring)return[...t.softphone&&e.connections.some(hasBargedIn)?[n?"unmute":"mute"]:[],"leave"]
if("paused"===o)return["resume","hang-up"]
if("connected"!==o)return["hang-up"]
const i=e.connections.filter(isActiveParty),r=i.length>1?"leave":"hang-up"
if(isVoice(e))return[...s(e,t,n,i),r]
const c="chat"===e.type&&t.multiParty&&i.length<5
return[..."task"===e.type?["hold"]:[],"transfer",...c?["add-participant"]:[],r]}function s({connections:e},{softphone:t,multiParty:n,customer:o},i,s){const r=e=>s.some(t=>t.state===e),c=o>=0&&isActiveParty(e[o]),a=[]
return r("connected")?a.push("hold"):r("hold")&&a.push("resume"),t&&a.push(i?"unmute":"mute","send-digits"),s.length<(n?5:2)&&a.push("transfer","add-participant"),c&&s.length>1&&r("hold")&&(r("connected")&&a.push("swap"),r("connecting")||a.push("conference")),a}
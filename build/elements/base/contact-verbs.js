const e=2,t=5,n=["ended","missed","error","rejected"],i=["connecting","connected","hold"],o=["inbound","outbound"]
export const isFinished=({state:e})=>n.includes(e.type)
export const isVoice=({type:e})=>"voice"===e||"queue_callback"===e
export const isActiveParty=({type:e,state:t})=>o.includes(e)&&i.includes(t)
export function traitsOf({connections:e,contactFeatures:t}){return{softphone:e.some(({softphoneMediaInfo:e})=>Boolean(e)),monitoring:e.some(({initial:e,type:t})=>e&&"monitoring"===t),multiParty:!0===t?.multiPartyConferenceEnabled,customer:e.findIndex(({initial:e,type:t})=>e&&o.includes(t))}}export function verbsOf(e,t,n){const{type:i}=e.state
if(isFinished(e))return["clear"]
if(e.ringing)return["accept","reject"]
if(t.monitoring)return["leave"]
if("paused"===i)return["resume","hang-up"]
if("connected"!==i)return["hang-up"]
const o=e.connections.filter(isActiveParty),r=o.length>1?"leave":"hang-up"
if(isVoice(e))return[...c(e,t,n,o),r]
const s="chat"===e.type&&t.multiParty&&o.length<5
return[..."task"===e.type?["hold"]:[],"transfer",...s?["add-participant"]:[],r]}function c({connections:e},{softphone:t,multiParty:n,customer:i},o,c){const r=e=>c.some(t=>t.state===e),s=i>=0&&isActiveParty(e[i]),u=[]
return r("connected")?u.push("hold"):r("hold")&&u.push("resume"),t&&u.push(o?"unmute":"mute","send-digits"),c.length<(n?5:2)&&u.push("transfer","add-participant"),s&&c.length>1&&r("hold")&&(r("connected")&&u.push("swap"),r("connecting")||u.push("conference")),u}
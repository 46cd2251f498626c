import{isActiveParty as t,isVoice as e}from"../base/contact-verbs.js"
const n={voice:"phone",queue_callback:"callback",chat:"chat",task:"task",other:"person"}
export const kindOf=({type:t})=>Object.hasOwn(n,t)?t:"other"
export const kindIcon=t=>n[kindOf(t)]
export const hasWorkspace=t=>!e(t)&&!t.ringing
export const whoOf=({who:t},{unknown:e})=>t||e
export const partiesOf=({connections:e})=>e.filter(t)
export function partyName(t,e,{unknown:n}){const o=t.connections.find(({type:t})=>"agent"!==t)===e
return e.who||o&&t.who||n}export function stateWords(t,n){const{states:c}=n
switch(t.state.type){case"connected":return e(t)?o(t,n):c.connected
case"ended":return e(t)?c.afterCall:c.ended
case"paused":case"missed":case"rejected":case"error":return c[t.state.type]
default:return t.ringing?n.incoming[kindOf(t)]:e(t)?c.calling:c.connecting}}function o(t,e){const{states:n}=e,o=partiesOf(t),c=t=>o.filter(e=>e.state===t),[r]=c("connecting")
if(r)return n.callingParty(partyName(t,r,e))
if(0===o.length)return t.connections.some(({type:t})=>"monitoring"===t)?n.listening:n.connected
const s=o.length-c("hold").length
if(0===s||t.connections.some(({type:t,state:e})=>"agent"===t&&"hold"===e))return n.hold
if(1===o.length)return n.connected
if(s>1)return n.conference
const a=o.find(({state:t})=>"hold"!==t)
return n.talkingTo(partyName(t,a,e))}
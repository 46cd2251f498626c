import{isActiveParty as n,isVoice as t}from"../host/contact.js"
import{kindOf as e}from"../looks/kind-icons.js"
export const hasWorkspace=n=>!t(n)&&!n.ringing
export const whoOf=({who:n},{unknown:t})=>n||t
export const partiesOf=({connections:t})=>t.filter(n)
export function partyName(n,t,{unknown:e}){const o=n.connections.find(({type:n})=>"agent"!==n)===t
return t.who||o&&n.who||e}export function stateWords(n,r){const{states:c}=r
switch(n.state.type){case"connected":return t(n)?o(n,r):c.connected
case"ended":return t(n)?c.afterCall:c.ended
case"paused":case"missed":case"rejected":case"error":return c[n.state.type]
default:return n.ringing?r.incoming[e(n)]:t(n)?c.calling:c.connecting}}function o(n,t){const{states:e}=t,o=partiesOf(n),r=n=>o.filter(t=>t.state===n),[c]=r("connecting")
if(c)return e.callingParty(partyName(n,c,t))
if(0===o.length)return n.connections.some(({type:n})=>"monitoring"===n)?e.listening:e.connected
const s=o.length-r("hold").length
if(0===s||n.connections.some(({type:n,state:t})=>"agent"===n&&"hold"===t))return e.hold
if(1===o.length)return e.connected
if(s>1)return e.conference
const i=o.find(({state:n})=>"hold"!==n)
return e.talkingTo(partyName(n,i,t))}
import{hasBargedIn as n,isActiveParty as e,isVoice as t}from"../verbs/contact-verbs.js"
const o={voice:"phone",queue_callback:"callback",chat:"chat",task:"task",email:"email",other:"person"}
export const kindOf=({type:n})=>Object.hasOwn(o,n)?n:"other"
export const kindIcon=n=>o[kindOf(n)]
export const hasWorkspace=n=>!t(n)&&!n.ringing
export const whoOf=({who:n},{unknown:e})=>n||e
export const partiesOf=({connections:n})=>n.filter(e)
export const joinedOf=({connections:e})=>c(e)?e.filter(n):[]
const c=n=>n.some(({type:n})=>"agent"===n)
export function partyName(n,e,{unknown:t}){const o=n.connections.find(({type:n})=>"agent"!==n)===e
return e.who||o&&n.who||t}export function stateWords(n,e){const{states:o}=e
switch(n.state.type){case"connected":return t(n)?r(n,e):o.connected
case"ended":return t(n)?o.afterCall:o.ended
case"paused":case"missed":case"rejected":case"error":return o[n.state.type]
default:return n.ringing?e.incoming[kindOf(n)]:t(n)?o.calling:o.connecting}}function r(e,t){const{states:o}=t,r=c(e.connections)?void 0:e.connections.find(({type:n})=>"monitoring"===n)
if(r)return n(r)?o.joined:o.listening
const s=partiesOf(e),i=n=>s.filter(e=>e.state===n),[a]=i("connecting")
if(a)return o.callingParty(partyName(e,a,t))
if(0===s.length)return o.connected
const d=s.length-i("hold").length
if(0===d||e.connections.some(({type:n,state:e})=>"agent"===n&&"hold"===e))return o.hold
if(1===s.length)return o.connected
if(d>1)return o.conference
const f=s.find(({state:n})=>"hold"!==n)
return o.talkingTo(partyName(e,f,t))}
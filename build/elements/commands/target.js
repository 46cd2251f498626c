import{isActiveParty as t,isFinished as n,isVoice as e}from"../host/contact.js"
import{contactIdOf as o}from"./request-fields.js"
export const viewOf=({contacts:t},n)=>t.find(({contactId:t})=>t===n)
export function isOver(t,e){const o=viewOf(t,e)
return!o||n(o)}export const partiesOf=(n,e)=>viewOf(n,e)?.connections.filter(({type:n,state:e})=>t({type:n,state:e}))??[]
export const inState=t=>n=>n.state===t
export function targetOf(t,{connect:n,store:e,terms:i}){const c=o(t),r=c?viewOf(e.state,c):void 0
if(!c||!r)throw new Error(c?i.contactOver:i.noContact)
return{id:c,view:r,api:new n.Contact(c),parties:partiesOf(e.state,c)}}export function about(t,n,e){return{send:e,isShown:e=>{const o=viewOf(e,t)
return void 0!==o&&n(o,e)},isLost:n=>isOver(n,t)}}export const ending=(t,n)=>({send:n,isShown:n=>isOver(n,t)})
export function aboutParties({id:t},n,e,o){const i=n.map(({connectionId:t})=>t)
return about(t,t=>t.connections.every(({connectionId:t,state:n})=>!i.includes(t)||n===e),()=>Promise.all(i.map(o)))}export function resumeParties(t,n,e){const{id:o,api:i}=t,c=i.getInitialConnection()?.getConnectionId(),r=n.length>1&&n.some(({connectionId:t})=>t===c),s=aboutParties(t,n,"connected",t=>new e.Connection(o,t).resume())
return r?{...s,send:()=>i.conferenceConnections()}:s}export function addingParty({id:n,api:o,view:i,parties:c},r){const s=c.map(({connectionId:t})=>t),a=({connectionId:n,state:e,type:o})=>!s.includes(n)&&t({type:o,state:e})
return about(n,({connections:t})=>t.some(a),()=>e(i)?o.addConnection(r):o.addParticipant(r))}
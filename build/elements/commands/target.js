import{isActiveParty as t,isFinished as e}from"../verbs/contact-verbs.js"
export const viewOf=({contacts:t},e)=>t.find(({contactId:t})=>t===e)
export function isOver(t,n){const o=viewOf(t,n)
return!o||e(o)}export const partiesOf=(e,n)=>viewOf(e,n)?.connections.filter(({type:e,state:n})=>t({type:e,state:n}))??[]
export const inState=t=>e=>e.state===t
export function targetOf({contactId:t},{connect:e,store:n,terms:o}){const r=t?viewOf(n.state,t):void 0
if(!t||!r)throw new Error(t?o.contactOver:o.noContact)
return{id:t,view:r,api:new e.Contact(t),parties:partiesOf(n.state,t)}}export function about(t,e,n){return{send:n,isShown:n=>{const o=viewOf(n,t)
return void 0!==o&&e(o,n)},isLost:e=>isOver(e,t)}}export const ending=(t,e)=>({send:e,isShown:e=>isOver(e,t)})
export function aboutParties({id:t},e,n,o){const r=e.map(({connectionId:t})=>t)
return about(t,t=>t.connections.every(({connectionId:t,state:e})=>!r.includes(t)||e===n),()=>Promise.all(r.map(o)))}
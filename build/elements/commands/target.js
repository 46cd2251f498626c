import{isActiveParty as t,isFinished as n}from"../verbs/contact-verbs.js"
export const viewOf=({contacts:t},n)=>t.find(({contactId:t})=>t===n)
export function isOver(t,e){const o=viewOf(t,e)
return!o||n(o)}export const partiesOf=(n,e)=>viewOf(n,e)?.connections.filter(({type:n,state:e})=>t({type:n,state:e}))??[]
export const inState=t=>n=>n.state===t
export function targetOf({contactId:t},{connect:n,store:e,terms:o}){const r=t?viewOf(e.state,t):void 0
if(!t||!r)throw new Error(t?o.contactOver:o.noContact)
return{id:t,view:r,api:new n.Contact(t),parties:partiesOf(e.state,t)}}export function about(t,n,e){return{send:e,isShown:e=>{const o=viewOf(e,t)
return void 0!==o&&n(o,e)},isLost:n=>isOver(n,t)}}export const ending=(t,n)=>({send:n,isShown:n=>isOver(n,t)})
export function aboutParties({id:t},n,e,o){const r=n.map(({connectionId:t})=>t)
return about(t,t=>t.connections.every(({connectionId:t,state:n})=>!r.includes(t)||n===e),async()=>{for(const t of r.map(o))await t})}
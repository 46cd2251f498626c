import{CommandErrorType as n}from"../../src/index.js"
import{follow as e,found as t,refusal as o}from"./command.js"
const c="transfer"
export async function coldTransfer({id:r,store:s,terms:i,before:a,add:d,leave:f,resume:m}){const u=a.map(({connectionId:n})=>n),l=a.filter(({state:n})=>"connected"===n).map(({connectionId:n})=>n),p=({contacts:n})=>n.find(({contactId:n})=>n===r)?.connections,w=async()=>{const n=(p(s.state)??[]).filter(({connectionId:n,state:e})=>"hold"===e&&l.includes(n))
n.length>0&&await e(c,m(n),s)},h=await e(c,d,s)
if("confirmed"!==h.phase)return await w(),h
const I=await t(s,n=>{const e=p(n)??[]
if(!e.some(({connectionId:n,state:e})=>u.includes(n)&&"disconnected"!==e))return"customer-left"
const t=e.findLast(({connectionId:n,type:e})=>!u.includes(n)&&"monitoring"!==e)
return"connected"===t?.state?"answered":"connecting"===t?.state?void 0:"vanished"})
if(null===I)return{phase:"unconfirmed",error:null}
if("answered"===I)return e(c,f,s)
await w()
const v="vanished"===I?i.noAnswer:i.customerLeft
return{phase:"failed",error:o(c,v,n.ABORTED)}}
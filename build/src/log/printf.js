import{describe as t}from"./snapshot.js"
const e=/%(?:%|(?:([1-9])\$)?(?:\.(\d\d?))?([dfijos]))/g
export function formatText(n,r){const o=r.map(t),s=new Map(o.map((t,e)=>[e,t]))
let u=0
const i=t(n)
return[r.length?i.replace(e,(t,e,n,r)=>{if(!r)return"%"
const i=e?Number(e)-1:u++
if(i>=o.length)return t
s.delete(i)
const a=o[i],c=Number(a)
return!"dif".includes(r)||Number.isNaN(c)?a:"f"!==r?String(Math.trunc(c)):n?c.toFixed(Number(n)):a}):i,...s.values()].join(" ")}
import{describe as e}from"./snapshot.js"
const t=/%(?:%|(?:([1-9])\$)?(?:\.(\d\d?))?([dfijos]))/g
export function formatText(n,r){const o=r.map(e),s=new Map(o.entries())
let i=0
const u=e(n)
return[r.length?u.replace(t,(e,t,n,r)=>{if(!r)return"%"
const u=t?Number(t)-1:i++
if(u>=o.length)return e
s.delete(u)
const c=o[u],a=Number(c)
return!"dif".includes(r)||Number.isNaN(a)?c:"f"!==r?String(Math.trunc(a)):n?a.toFixed(Number(n)):c}):u,...s.values()].join(" ")}
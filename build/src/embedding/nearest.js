const t=t=>Array.from(t,(e,o)=>t.slice(o,o+2))
export function nearest(e,o){const n=t(e.toLowerCase())
let r,s=.5
for(const e of o){const o=t(e.toLowerCase()),c=o.filter(t=>n.includes(t)).length/Math.max(o.length,n.length)
c>s&&([r,s]=[e,c])}return r}
const t=t=>[...t].map((e,n)=>t.slice(n,n+2))
export function nearest(e,n){const o=t(e.toLowerCase())
let s,r=.5
for(const e of n){const n=t(e.toLowerCase()),c=n.filter(t=>o.includes(t)).length/Math.max(n.length,o.length)
c>r&&([s,r]=[e,c])}return s}
import{html as n,nothing as t}from"lit"
import{repeat as o}from"lit/directives/repeat.js"
import{VERBS as r}from"../verbs/index.js"
import{placesOf as e}from"../verbs/places.js"
import{icon as i}from"../looks/icons.js"
const s=e(r)
export function renderControls({contact:e,open:c,enabled:a,terms:d,use:p}){const{can:l,pending:m}=e,u=s.map(n=>{const t=n.find(n=>l.includes(n))??n.find(n=>m.includes(n))
return[n[0],t]})
return o(u.filter(n=>void 0!==n[1]),([n])=>n,([,o])=>{const{tone:s,opens:l,icon:u}=r[o],b=m.includes(o),f=a&&!b
return n` <button class="control ${s}" part="control control-${o}" type="button" data-verb=${o} aria-disabled=${f?t:"true"} aria-busy=${b?"true":t} aria-expanded=${l?String(o===c):t} @click=${()=>f&&p(o)} > ${i(b?"pending":u(e))}<span>${d.commands[o][0]}</span></button> `})}
import{html as e,nothing as t}from"lit"
import{isFinished as o}from"../host/contact.js"
import{icon as s}from"../looks/icons.js"
const n=5e3,r={pending:"pending",confirmed:"check",unconfirmed:"warning",failed:"warning"},a=(e,t)=>"confirmed"===t?!o(e):e.can.includes("leave")
export class Outcomes{#e=new Map
take(e,t,o){const{operation:s,contactId:n,phase:r,error:c}=e
if(!Object.hasOwn(o,s))return null
const i={phase:r,command:"hang-up"===s&&void 0!==t&&a(t,r)?"remove":s,error:c,stateType:t?.state.type??"",since:performance.now()}
return this.#e.set(n,i),i}of(e,t=""){const o=this.#e.get(e)
return o?.stateType===t?o:null}keep(e){for(const t of this.#e.keys())null===t||e(t)||this.#e.delete(t)}get passes(){return[...this.#e.values()].some(({phase:e})=>"confirmed"===e)}expire(){const e=this.#e.size
for(const[e,{phase:t,since:o}]of this.#e)"confirmed"===t&&performance.now()-o>=n&&this.#e.delete(e)
return this.#e.size<e}clear(){this.#e.clear()}}export function outcomeWords({phase:e,command:t,error:o},{terms:s,errorWords:n}){const[r,a,c]=s.commands[t]
return"pending"===e?a:"confirmed"===e?c:"unconfirmed"===e?s.unconfirmed(r):s.failed(r,o?n(o):"")}export function renderOutcome(o,n){if(!o)return t
const{phase:a}=o
return e`<p class="outcome ${a}" part="outcome outcome-${a}"> ${s(r[a])}<span>${outcomeWords(o,n)}</span></p>`}
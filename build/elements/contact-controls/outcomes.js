import{html as e,nothing as t}from"lit"
import{isFinished as s}from"../verbs/contact-verbs.js"
import{icon as o}from"../looks/icons.js"
const r=5e3,n={pending:"pending",confirmed:"check",unconfirmed:"warning",failed:"warning"},a=(e,t)=>"confirmed"===t?!s(e):e.can.includes("leave")
export class Outcomes{#e=new Map
take(e,t,s){const{operation:o,contactId:r,phase:n,error:c}=e
if(!Object.hasOwn(s,o))return null
const i={phase:n,command:"hang-up"===o&&void 0!==t&&a(t,n)?"remove":o,error:c,stateType:t?.state.type??"",since:performance.now()}
return this.#e.set(r,i),i}of(e,t=""){const s=this.#e.get(e)
return s?.stateType===t?s:null}keep(e){for(const t of this.#e.keys())null===t||e(t)||this.#e.delete(t)}get passes(){return[...this.#e.values()].some(({phase:e})=>"confirmed"===e)}expire(){const e=this.#e.size
for(const[e,{phase:t,since:s}]of this.#e)"confirmed"===t&&performance.now()-s>=r&&this.#e.delete(e)
return this.#e.size<e}clear(){this.#e.clear()}}export function outcomeWords({phase:e,command:t,error:s},{terms:o,errorWords:r}){const[n,a,c]=o.commands[t]
return"pending"===e?a:"confirmed"===e?c:"unconfirmed"===e?o.unconfirmed(n):o.failed(n,s?r(s):"")}export function renderOutcome(s,r){if(!s)return t
const{phase:a}=s
return e`<p class="outcome ${a}" part="outcome outcome-${a}"> ${o(n[a])}<span>${outcomeWords(s,r)}</span></p>`}
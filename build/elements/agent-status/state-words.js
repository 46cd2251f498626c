import{isFinished as e}from"../verbs/contact-verbs.js"
const t={routable:"routable",not_routable:"not-routable",offline:"offline",error:"error"}
export function toneOf({type:e}){return t[e]??"system"}function r({name:e,type:t},r){return r.some(r=>r.name===e&&r.type===t)}function n(e){const t=e.replace(/([a-z])([A-Z])/g,"$1 $2").toLowerCase()
return t.charAt(0).toUpperCase()+t.slice(1)}const o=(e,{systemStates:t})=>t[e]
export function nameOf(e,{states:t},a){return r(e,t)?e.name:o(e.name,a)?.name??n(e.name)}export function helpFor({state:e},t){return"error"!==e.type?"":o(e.name,t)?.help??t.unknownError}export function isAfterCallWork({state:e,states:t}){return"AfterCallWork"===e.name&&!r(e,t)}export function isForLater({agent:t,contacts:r}){return!(r.every(e)||t&&isAfterCallWork(t))}export function closedByChange(e){if(!e.agent||isForLater(e))return null
const t=e.contacts.filter(e=>"ended"===e.state.type)
return t.length>0||isAfterCallWork(e.agent)?t.map(({who:e})=>e):null}
import{isFinished as t}from"../host/contact.js"
const e={routable:"routable",not_routable:"not-routable",offline:"offline",error:"error"}
export function toneOf({type:t}){return e[t]??"system"}function r({name:t,type:e},r){return r.some(r=>r.name===t&&r.type===e)}function n(t){const e=t.replace(/([a-z])([A-Z])/g,"$1 $2").toLowerCase()
return e.charAt(0).toUpperCase()+e.slice(1)}const o=(t,{systemStates:e})=>e[t]
export function nameOf(t,{states:e},a){return r(t,e)?t.name:o(t.name,a)?.name??n(t.name)}export function helpFor({state:t},e){return"error"!==t.type?"":o(t.name,e)?.help??e.unknownError}export function isAfterCallWork({state:t,states:e}){return"AfterCallWork"===t.name&&!r(t,e)}export function isForLater({agent:e,contacts:r}){return!(r.every(t)||e&&isAfterCallWork(e))}export function closedByChange(t){if(!t.agent||isForLater(t))return null
const e=t.contacts.filter(t=>"ended"===t.state.type)
return e.length>0||isAfterCallWork(t.agent)?e.map(({who:t})=>t):null}
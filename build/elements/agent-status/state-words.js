import{entryOf as e}from"../../src/conduit/entry-of.js"
import{isFinished as t}from"../verbs/contact-verbs.js"
const r={routable:"routable",not_routable:"not-routable",offline:"offline",error:"error"}
export function toneOf({type:t}){return e(r,t)??"system"}function n({name:e,type:t},r){return r.some(r=>r.name===e&&r.type===t)}function o(e){const t=e.replace(/([a-z])([A-Z])/g,"$1 $2").toLowerCase()
return t.charAt(0).toUpperCase()+t.slice(1)}const a=(t,{systemStates:r})=>e(r,t)
export function nameOf(e,{states:t},r){return n(e,t)?e.name:a(e.name,r)?.name??o(e.name)}export function helpFor({state:e},t){return"error"!==e.type?"":a(e.name,t)?.help??t.unknownError}export function isAfterCallWork({state:e,states:t}){return"AfterCallWork"===e.name&&!n(e,t)}export function isForLater({agent:e,contacts:r}){return!(r.every(t)||e&&isAfterCallWork(e))}export function closedByChange(e){if(!e.agent||isForLater(e))return null
const t=e.contacts.filter(e=>"ended"===e.state.type)
return t.length>0||isAfterCallWork(e.agent)?t.map(({who:e})=>e):null}
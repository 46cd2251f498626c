export const WITHOUT_REFERRER=["no-referrer","same-origin","never"]
export function isLoopback(e){return/^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(e)}export function originsToApprove({origin:e,location:r}){return[...new Set([e,...r.ancestorOrigins??[]])]}export async function pageSendsReferrer(e){const r=e.querySelectorAll('meta[name="referrer" i]')
if(WITHOUT_REFERRER.includes([...r].at(-1)?.content.trim().toLowerCase()??""))return!1
const o=e.createElement("iframe")
o.hidden=!0,e.documentElement.append(o)
const n=o.contentDocument?.referrer,t=new Promise(e=>o.addEventListener("load",e,{once:!0})),{trustedTypes:c}=window
o.srcdoc=c?.emptyHTML??"",await t
const i=o.contentDocument?.referrer
return o.remove(),!!i||!n&&void 0}export function framesShowing(e,r){let o=0
for(const n of e.querySelectorAll("*"))n instanceof HTMLIFrameElement&&n.src===r&&o++,n.shadowRoot&&(o+=framesShowing(n.shadowRoot,r))
return o}
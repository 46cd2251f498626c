import{isEnvelope as e,isRecord as t}from"../../conduit/wire.js"
import{StorageAccessEvents as n}from"../../events/event-names.js"
import{drawStorageRequest as s}from"../ui/sign-in.js"
const a="/request-storage-access"
export function addressBehindRequest(e){return e.endsWith(a)?e.slice(0,-23):null}async function r(e){if(!("hasStorageAccess"in e)||await e.hasStorageAccess())return!0
try{const{state:t}=await navigator.permissions.query({name:"storage-access"})
return"granted"===t&&(await e.requestStorageAccess(),!0)}catch{return!1}}function o(e,t){const n=new URL(t),s=new URL("string"==typeof e?e:"",n),a=s.pathname===n.pathname&&""===s.search
return s.origin!==n.origin||a?t:s.href}export function askForStorageAccess(a,i){if(window.parent===window)return location.replace(i)
let c=!1
const u=async(e,c)=>{const u=(t,n)=>window.parent.postMessage({event:t,data:n},e),d=()=>{u(n.GRANTED),location.replace(o(t(c)?c.landat:void 0,i))},w=await r(document)
if(u(n.INIT,{hasAccess:w}),w)return d()
const g=e=>s(a,e,()=>{document.requestStorageAccess().then(d,()=>{u(n.DENIED),g(!0)})})
g(!1)}
window.addEventListener("message",({source:t,origin:s,data:a})=>{!c&&t===window.parent&&"null"!==s&&e(a)&&a.event===n.REQUEST&&(c=!0,u(s,a.data))})}
import{randomId as e}from"../../conduit/random-id.js"
import{isRecord as t}from"../../conduit/wire.js"
const n=43200
function o(e){const t=encodeURIComponent(e),o=(e,n)=>{document.cookie=`${t}=${encodeURIComponent(e)}; Path=/; SameSite=None; Secure; Max-Age=${n}`}
return{read:()=>{const e=document.cookie.split("; ").find(e=>e.startsWith(`${t}=`))
return e?decodeURIComponent(e.slice(t.length+1)):null},write:e=>o(e,n),clear:()=>o("",0)}}function r(e){let t=null
const n=(e,t)=>{try{return e()}catch{return t}}
return{read:()=>n(()=>localStorage.getItem(e),t),write:o=>{t=o,n(()=>localStorage.setItem(e,o),void 0)},clear:()=>{t=null,n(()=>localStorage.removeItem(e),void 0)}}}function c(e){if(!e)return null
try{const n=JSON.parse(e)
return t(n)&&"string"==typeof n.token?{token:n.token,userName:"string"==typeof n.userName?n.userName:""}:null}catch{return null}}export class SessionStore{#e
constructor(e,t="storage"){this.key=`connect-simulator:${e}:session`,this.#e="cookie"===t?o(this.key):r(this.key)}read(){return c(this.#e.read())}begin(t){const n={token:e(),userName:t}
return this.#e.write(JSON.stringify(n)),n}end(){this.#e.clear()}}
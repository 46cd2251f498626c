import{pageSlot as e}from"../page/page-slot.js"
export const languages=()=>e("languages",()=>({version:1,whole:new Map,own:new Map,listeners:new Set}))
function t(){for(const e of[...languages().listeners])e()}export function withTerms(e,t){if("object"!=typeof t||!e||Array.isArray(e))return t
const r={...e},n=Object.keys(Array.isArray(t)?r:t)
return Object.values(t).forEach((e,t)=>r[n[t]]=withTerms(r[n[t]],e)),r}export function registerLanguage(e,r){languages().whole.set(e.toLowerCase(),r),t()}export function registerTerms(e,r){const{own:n}=languages(),s=e.toLowerCase()
n.set(s,withTerms(n.get(s)??{},r)),t()}const r=["ar","de","es","fr","ja","pt"]
export function fetchLanguages(e){const n=new Set
languages().fetch??=t=>{const s=`script[src*="lang/${t}.min.js"]`
n.has(t)||!r.includes(t)||document.querySelector(s)||(n.add(t),e(t).catch(()=>console.warn(`The language "${t}" did not load: English is shown in its place.`)))},t()}export function inForce(e,t){const r=e.closest(`[${t}]`)
if(r)return r.getAttribute(t)
const{host:n}=e.getRootNode()
return n&&inForce(n,t)}export function watchLanguage(e,r){const n=languages()
n.listeners.add(r),n.observer??=new MutationObserver(t)
for(let t=e;t;){const e=t.getRootNode()
n.observer.observe(e,{subtree:!0,attributeFilter:["lang","dir"]}),t=e.host}return()=>{n.listeners.delete(r),n.listeners.size>0||(n.observer?.disconnect(),n.observer=void 0)}}
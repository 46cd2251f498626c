import{isLoopback as e}from"./page.js"
export async function reach(o,{refusedBy:n,forbiddenFrame:r,forbidsRequests:i},a,s){if(r===o.origin)return{}
if(!navigator.onLine&&!e(o.hostname))return{outcome:"offline"}
if(n===o.origin)return{outcome:"answers"}
if(i)return{outcome:"forbidden"}
const c=new AbortController,u=()=>c.abort()
let l=!1
document.addEventListener("securitypolicyviolation",({effectiveDirective:e})=>{l||="connect-src"===e},{signal:c.signal}),s?.addEventListener("abort",u,{signal:c.signal})
const f=setTimeout(u,a)
try{const e=await t(o.href,c.signal)
if(e||c.signal.aborted)return e??{outcome:"slow"}
const n=l?null:await t(new URL("/favicon.ico",o).href,c.signal)
return l?{outcome:"forbidden"}:{outcome:n?"answers":c.signal.aborted?"slow":"fails"}}finally{clearTimeout(f),u()}}async function t(e,t){try{const{type:o,status:n}=await fetch(e,{mode:"no-cors",credentials:"omit",cache:"no-store",signal:t})
return{outcome:"answers",..."opaque"!==o&&{status:n}}}catch{return await new Promise(e=>setTimeout(e)),null}}
import{cut as t,isSecretKey as n,redacted as e,redactText as r,redactValue as o}from"./redact.js"
const i=12,c=2e3,u=30,f=/Error|Exception/
export function snapshot(u,p=!0){const a=[]
let y=c
function b(t,r,o){if(null===t||"boolean"==typeof t)return t
if(void 0!==t&&"symbol"!=typeof t&&"function"!=typeof t){if(p&&n(r,o))return e
if(y--<=0||a.length>i)return"[truncated]"
if("object"!=typeof t)return d(t,r)
if(a.includes(t))return"[circular]"
a.push(t)
try{return m(t,r)}catch{return"[unreadable]"}finally{a.pop()}}}function d(n,e){const r=String(n)
y-=r.length>>6
const i=p?o(e,r):t(r)
return i===r&&Number.isFinite(n)?n:i}function m(t,n){const e=l(t)
if(f.test(e))return describeException(t,p)
if("Array"===e||"Set"===e)return[...t].flatMap(t=>y>0?[b(t,n,"")??null]:[])
const{toJSON:o}=t
if("function"==typeof o)return b(o.call(t,n),n,"")
const i="Map"===e?Object.fromEntries(t):t
if("Map"!==e&&"Object"!==e)return`[${e}]`
const c={}
for(const t of Object.keys(i)){const e=y>0&&"__proto__"!==t?b(s(i,t),t,n):void 0
void 0!==e&&(c[p?r(t):t]=e)}return c}return b(u,"","")}export function describe(n){if("function"==typeof n)return"[function]"
if("object"!=typeof n||null===n)return String(n)
if(a(n)){const{type:t,message:e}=describeException(n,!1)
return`${t}: ${e}`}const e=snapshot(n,!1)
return"string"==typeof e?e:t(JSON.stringify(e??null),1e3)}export function describeException(n,e=!0){const o=n=>(e?r:t)(describe(n)),[i,c,f,y,b]=["name","type","code","message","stack"].map(t=>s(n,t)),d=a(n),m=Array.isArray(b)?b.filter(p).join("\n"):b
return{type:o([d?i:c,f].find(p)??l(n)),message:o(p(y)?y:d?"":n),stack:p(m)?o(m).trim().split("\n",u):[]}}function s(t,n){try{return t[n]}catch{return}}function p(t){return"number"==typeof t||"string"==typeof t&&""!==t}function a(t){return f.test(l(t))}function l(t){try{return Object.prototype.toString.call(t).slice(8,-1)}catch{return"unreadable"}}
import{takeTime as t,timeWords as e}from"../conduit/time-limit.js"
import{ACK_TIMEOUT as o,LOAD_TIMEOUT as i,SYN_TIMEOUT as r}from"../sign-in/defaults.js"
const u=20,n=1e3,s={ccpLoadTimeout:{usual:i,least:u,attribute:"load-timeout"},ccpAckTimeout:{usual:o,least:u,attribute:"ack-timeout"},ccpSynTimeout:{usual:r,least:u,attribute:"syn-timeout"}}
function m(o,i){const r={...o},s=(t,e)=>{i.push(`retry.${t} must be ${e}; it is ${String(o[t])}. The usual one is used.`),r[t]=void 0}
for(const n of["interval","maxInterval"]){if(void 0===o[n]||null===o[n])continue
const{time:m,problem:a}=t(`retry.${n}`,o[n],{usual:NaN,least:u})
Number.isNaN(m)?s(n,e(u)):a&&i.push(a),Number.isNaN(m)||(r[n]=m)}const{limit:m,backoff:a}=o
return void 0===m||"number"==typeof m&&m>=0||s("limit","a number, 0 or more"),void 0===a||"number"==typeof a&&a>=1&&a<=n||s("backoff","a number from 1 to 1000"),r}export function withKeepableTimes(e){const o={...e},i=[]
for(const[r,u]of Object.entries(s)){if(void 0===e[r]||null===e[r])continue
const{time:n,problem:s}=t(`${r} (attribute ${u.attribute})`,e[r],u)
o[r]=n,s&&i.push(s)}return e.retry&&(o.retry=m(e.retry,i)),{options:o,problems:i}}
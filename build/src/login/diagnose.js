import{gather as e}from"./diagnose-evidence.js"
import{contentSecurityPolicy as n,embeddedTwice as o,httpOrigin as s,otherOrigin as t,permissionsPolicy as i,popupBlocked as r,referrerPolicy as a,storageAccess as c,unreachable as d}from"./diagnose-findings.js"
import{originsToApprove as u}from"./diagnose-page.js"
import{noAnswer as f}from"./diagnose-silence.js"
import{Diagnosis as l}from"./diagnosis.js"
const m=[o,n,d,c,t,r,s,a,f,i],g=["embedded-twice","content-security-policy","unreachable","storage-access"]
export async function diagnose(n,o={}){const{signal:s}=o
s?.throwIfAborted()
const t=await e(n,o)
if(s?.throwIfAborted(),!t)return new l({findings:[],origins:u(window),ccp:null,status:"idle",course:""})
const{facts:i,url:r,origins:a}=t
return new l({findings:p(t),origins:a,ccp:r.origin+r.pathname,status:i.status,course:h(i)})}function p(e){const n=m.map(n=>n(e)).filter(e=>null!==e),o=n.some(({code:e,certainty:n})=>g.includes(e)&&"possible"!==n)
return n.filter(({code:e})=>"no-answer"!==e||!o).sort((e,n)=>w(e)-w(n))}function w({code:e,certainty:n}){return"permissions-policy"===e?4:"no-answer"===e?2:"certain"===n?0:"likely"===n?1:3}function h({answered:e,loaded:n,startedAt:o}){return`embedded ${Math.round((Date.now()-o)/1e3)} s ago; ${e?"it answers":n?"the frame has loaded something":"the frame has not loaded yet"}`}
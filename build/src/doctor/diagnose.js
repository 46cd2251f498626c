import{gather as e}from"./evidence.js"
import{contentSecurityPolicy as n,embeddedTwice as t,httpOrigin as o,otherOrigin as s,permissionsPolicy as r,popupBlocked as i,referrerPolicy as a,storageAccess as c,unreachable as d}from"./findings.js"
import{originsToApprove as u}from"./page.js"
import{noAnswer as f}from"./silence.js"
import{Diagnosis as l}from"./diagnosis.js"
const m=[t,n,d,c,s,i,o,a,f,r],p=["embedded-twice","content-security-policy","unreachable","storage-access"]
export async function diagnose(n,t={}){const{signal:o}=t
o?.throwIfAborted()
const s=await e(n,t)
if(o?.throwIfAborted(),!s)return new l({findings:[],origins:u(window),ccp:null,status:"idle",course:""})
const{facts:r,url:i,origins:a}=s
return new l({findings:g(s),origins:a,ccp:i.origin+i.pathname,status:r.status,course:h(r)})}function g(e){const n=m.map(n=>n(e)).filter(e=>null!==e),t=n.some(({code:e,certainty:n})=>p.includes(e)&&"possible"!==n)
return n.filter(({code:e})=>"no-answer"!==e||!t).sort((e,n)=>w(e)-w(n))}function w({code:e,certainty:n}){return"permissions-policy"===e?4:"no-answer"===e?2:"certain"===n?0:"likely"===n?1:3}function h({answered:e,loaded:n,startedAt:t}){return`embedded ${Math.round((Date.now()-t)/1e3)} s ago; ${e?"it answers":n?"the frame has loaded something":"the frame has not loaded yet"}`}
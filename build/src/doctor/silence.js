import{AMAZON_ORIGIN as e}from"../conduit/frame-conduit.js"
import{LOAD_TIMEOUT as t}from"../sign-in/defaults.js"
import{WITHOUT_REFERRER as n}from"./page.js"
const s=/^\/ccp(?:-v2)?(?:\/(?:softphone|channel-view))?\/?$/,o=/^\/connect\/ccp(?:-v2)?(?:\/(?:softphone|channel-view))?\/?$/,r=["certain","likely","possible"]
export function noAnswer(e){const{facts:t,origins:n}=e
if(t.answered)return null
const s=[u,d,f,p,g].map(t=>t(e)).filter(e=>null!==e)
return s.sort((e,t)=>r.indexOf(e.certainty)-r.indexOf(t.certainty)),{code:"no-answer",certainty:"certain",message:i(t)?"The frame has loaded, but no CCP has answered from it.":"No CCP has answered, and the page in the frame has not finished loading.",remedy:`Try what follows, likeliest first. The origin to approve is exactly ${n.join(" and ")}`,causes:s,ruledOut:m(e),origin:n[0]}}const a=(e,t,n)=>({cause:e,certainty:t,message:n}),i=({loaded:e,status:t})=>e||"loading"!==t,c=({hostname:e})=>e.endsWith(".awsapps.com")
function l({url:t,reach:n}){return void 0!==n.status?n.status<400:e.test(t.origin)?(c(t)?o:s).test(t.pathname):void 0}function h({facts:e}){return i(e)&&Date.now()-e.startedAt>=(e.options.ccpLoadTimeout||t)}function u(e){const t=h(e)&&!e.signedIn
return a("not-signed-in",t?"likely":"possible","Nobody is signed in here: a sign-in page says nothing, and may refuse to be framed. Sign in.")}function d(e){const{origins:t,reports:n,signedIn:s}=e,o=n.refusedBy?`A page of ${n.refusedBy} has refused to be shown here, as a sign-in page also does. `:"",r=`${o}In the AWS console, at Amazon Connect, the instance, Approved origins, there must be exactly ${t.join(" and ")}. Load the page anew afterwards.`,i=h(e)&&(o||s)
return a("not-allowlisted",i?"likely":"possible",r)}function f({url:e,facts:t}){const n="true"===String(t.options.storageAccess?.canRequest)
return e.hostname===location.hostname||n?null:a("cookies-blocked","possible","The browser may keep the CCP from its cookies: it is of another site. Set the option storageAccess to { canRequest: true }, or allow its cookies in the browser.")}function p(e){const{url:t,reach:n}=e,{status:s=0}=n,o=l(e)
if(o)return null
if(s)return a("wrong-path","certain",`${t.pathname} is not there: the answer was ${s}.`)
const r=c(t)?"/connect/ccp-v2/":"/ccp-v2/",i=`The address has the path ${t.pathname}; that of a CCP is ${r}, unless a sign-in page leads there.`
return a("wrong-path",!1===o?"likely":"possible",i)}function g(e){const{facts:t,reach:n}=e,s=Math.round((Date.now()-t.startedAt)/1e3),o=!h(e)||"slow"===n.outcome
return a("slow",o?"likely":"possible",`It may be slow: ${s} s have passed. A late answer still counts.`)}function m(e){const{facts:t,reach:s,reports:o,url:r,sendsReferrer:a}=e,i=t.frame?.referrerPolicy,c=i?!n.includes(i):a
return[["answers"===s.outcome,`unreachable: ${r.host} answers`],[l(e),`wrong path: ${r.pathname} is that of a CCP`],[isSecureContext&&"null"!==e.origins[0],"http origin: browsers trust the origin of this page"],[c,"referrer policy: the frame tells the CCP where it is embedded"],[o.areKept&&!o.forbiddenFrame,"content security policy: the browser has reported no frame that this page forbids"],[null===t.refusedOrigin,"other origin: nothing else has spoken from the frame"]].filter(([e])=>e).map(([,e])=>e)}
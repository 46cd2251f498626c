import{takeTime as t}from"../conduit/time-limit.js"
import{originsToApprove as e,pageSendsReferrer as r}from"./page.js"
import{reach as o}from"./reach.js"
import{policyReports as s}from"./reports.js"
import{SECOND_INIT as i}from"../embedding/facts.js"
const n=5e3
export async function gather(a,c){const{signal:m,signedIn:u=!1}=c,{time:d}=t("timeout",c.timeout,{usual:n}),g=a.core.getFacts()
if(!g)return null
const p=new URL(g.options.ccpUrl,document.baseURI),[f,l]=await Promise.all([r(document),s(p)]),w=g.answered||"duplicate"===g.status?{}:await o(p,l,d,m),j=a.core.getFacts()??g,I=a.getLog().getEntries().some(({text:t})=>t===i)
return{facts:j,url:p,reach:w,reports:l,sendsReferrer:f,origins:e(window),signedIn:u,secondInit:I}}
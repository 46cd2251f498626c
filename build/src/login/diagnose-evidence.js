import{originsToApprove as e,pageSendsReferrer as t}from"./diagnose-page.js"
import{reach as s}from"./diagnose-reach.js"
import{policyReports as o}from"./diagnose-reports.js"
import{SECOND_INIT as r}from"./facts.js"
const n=5e3
export async function gather(i,a){const{signal:c,timeout:g=n,signedIn:m=!1}=a,d=i.core.getFacts()
if(!d)return null
const p=new URL(d.options.ccpUrl,document.baseURI),[u,f]=await Promise.all([t(document),o(p)]),l=d.answered||"duplicate"===d.status?{}:await s(p,f,g,c),w=i.core.getFacts()??d,j=i.getLog().getEntries().some(({text:e})=>e===r)
return{facts:w,url:p,reach:l,reports:f,sendsReferrer:u,origins:e(window),signedIn:m,secondInit:j}}
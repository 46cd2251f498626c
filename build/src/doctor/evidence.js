import{originsToApprove as e,pageSendsReferrer as t}from"./page.js"
import{reach as r}from"./reach.js"
import{policyReports as s}from"./reports.js"
import{SECOND_INIT as o}from"../embedding/facts.js"
const n=5e3
export async function gather(i,a){const{signal:c,timeout:m=n,signedIn:g=!1}=a,d=i.core.getFacts()
if(!d)return null
const p=new URL(d.options.ccpUrl,document.baseURI),[u,f]=await Promise.all([t(document),s(p)]),l=d.answered||"duplicate"===d.status?{}:await r(p,f,m,c),w=i.core.getFacts()??d,j=i.getLog().getEntries().some(({text:e})=>e===o)
return{facts:w,url:p,reach:l,reports:f,sendsReferrer:u,origins:e(window),signedIn:g,secondInit:j}}
import{isAmazonOrigin as e}from"../conduit/amazon-hosts.js"
const r=100
export async function policyReports(r){const o=await n(),t=(...e)=>o.filter(({effectiveDirective:r})=>e.includes(r??"")).flatMap(({blockedURL:e=""})=>URL.canParse(e)?[new URL(e).origin]:[]),i=t("frame-src","child-src","default-src"),s=e=>e===r.origin
return{areKept:"function"==typeof ReportingObserver,forbiddenFrame:i.find(s)??i.at(-1)??null,refusedBy:t("frame-ancestors").find(r=>s(r)||e(r))??null,forbidsRequests:t("connect-src").includes(r.origin)}}function n(){return"function"!=typeof ReportingObserver?Promise.resolve([]):new Promise(e=>{const n=r=>{o.disconnect(),clearTimeout(t),e(r.map(({body:e})=>e??{}))},o=new ReportingObserver(n,{buffered:!0,types:["csp-violation"]}),t=setTimeout(()=>n([]),r)
o.observe()})}
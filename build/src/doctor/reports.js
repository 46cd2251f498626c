import{AMAZON_ORIGIN as e}from"../conduit/frame-conduit.js"
const r=100
export async function policyReports(r){const t=await n(),o=(...e)=>t.filter(({effectiveDirective:r})=>e.includes(r??"")).flatMap(({blockedURL:e=""})=>URL.canParse(e)?[new URL(e).origin]:[]),i=o("frame-src","child-src","default-src"),s=e=>e===r.origin
return{areKept:"function"==typeof ReportingObserver,forbiddenFrame:i.find(s)??i.at(-1)??null,refusedBy:o("frame-ancestors").find(r=>s(r)||e.test(r))??null,forbidsRequests:o("connect-src").includes(r.origin)}}function n(){return"function"!=typeof ReportingObserver?Promise.resolve([]):new Promise(e=>{const n=r=>{t.disconnect(),clearTimeout(o),e(r.map(({body:e})=>e??{}))},t=new ReportingObserver(n,{buffered:!0,types:["csp-violation"]}),o=setTimeout(()=>n([]),r)
t.observe()})}
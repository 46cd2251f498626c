import{isRecord as t}from"../../conduit/wire.js"
async function e(e){const n=await e.text(),r=""===n?{}:JSON.parse(n)
return t(r)?r:{}}function n({status:t,errorType:e,body:n}){const r={"content-type":"application/json",...e&&{"x-amzn-errortype":e}}
return new Response(JSON.stringify(n),{status:t,headers:r})}export function answerFetch(t,r,a){const s=`https://participant.connect.${r}.amazonaws.com/`,o=t.fetch
let c=!0
const i=async(r,i)=>{const p=r instanceof Request?r.url:String(r)
if(!c||!p.startsWith(s))return o.call(t,r,i)
const u=new Request(r,i),{pathname:f}=new URL(p),h=u.headers.get("x-amz-bearer")??"",w=await a({path:f,token:h,body:await e(u)})
return u.signal.throwIfAborted(),n(w)}
return t.fetch=i,()=>{c=!1,t.fetch===i&&(t.fetch=o)}}
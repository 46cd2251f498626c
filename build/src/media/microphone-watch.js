export function watchMicrophone(n,{signal:e,navigator:i=window.navigator}={}){const{permissions:a,mediaDevices:t}=i
let c,o,s=0
async function r(){const i=++s,a=await(t?.enumerateDevices().catch(()=>{}))
if(e?.aborted||i!==s)return
const r=a&&!a.some(({kind:n})=>"audioinput"===n),d=c?.state??"unknown",u=r&&"denied"!==d?"missing":d
u!==o&&(o=u,n(u))}!async function d(){c=await(a?.query({name:"microphone"}).catch(()=>{})),c?.addEventListener("change",()=>{r()},{signal:e}),t?.addEventListener("devicechange",()=>{r()},{signal:e}),await r()}()}
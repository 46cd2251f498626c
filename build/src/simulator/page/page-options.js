const e={agent:"agentName",state:"state",extension:"extension",activeRegion:"activeRegion",otherRegion:"otherRegion"},n=["seed","latency","endpoints","queues","chats","tasks","ringTimeout","skew","regionPause"],o=["softphone","autoAccept","outboundCall","multiParty","impaired"],t=["open","closed","none"],s=["required","coop"],i=new Set(["false","0","no","off"])
export const needsSignIn=({simulator:e})=>"required"===e.signin
export function readPageOptions(r){const a=new URLSearchParams(r),c=a.get("region")||"us-east-1",g={region:c,instance:a.get("instance")||c}
for(const[n,o]of Object.entries(e)){const e=a.get(n)
e&&(g[o]=e)}for(const e of n){const n=a.get(e)
n&&Number.isFinite(Number(n))&&(g[e]=Number(n))}for(const e of o){const n=a.get(e)
null!==n&&(g[e]=!i.has(n.toLowerCase()))}g.signin=s.includes(a.get("signin"))?"required":"none"
const u="cookie"===a.get("session")?"cookie":"storage",d=a.get("drawer")
return{simulator:g,session:u,drawer:t.includes(d)?d:void 0}}
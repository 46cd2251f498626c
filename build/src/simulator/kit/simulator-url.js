import{randomId as t}from"../../conduit/random-id.js"
export function simulatorUrl(e={},r){const n=r?new URL(r,globalThis.document?.baseURI):new URL("../../simulator/ccp.html",import.meta.url),{agentName:o,instance:a=`test-${t()}`,drawer:s="none",...i}=e,c={instance:a,drawer:s,agent:o,...i}
for(const[t,e]of Object.entries(c))void 0!==e&&n.searchParams.set(t,String(e))
return n.href}
import{namedRegions as n,regionsOf as e}from"./regions-of.js"
const r=":not(:defined)"
function o(n,e,r){if(2!==n.length)return r.needsTwo(n.length)
const[o,t]=n,i=[["region",o.region,t.region],["ccp-url",o.ccpUrl,t.ccpUrl],...e?[["instance-arn",o.instanceArn,t.instanceArn]]:[]]
for(const[n,e,o]of i){if(!e||!o)return r.missing(n)
if(e===o)return r.same(n)}return null}export function findRegions(t,{htmlFor:i,polls:s},c){const l=i?.match(/\S+/g),u=n(t,i),f=e(t,i),g=u?u.some(n=>n?.matches(r)):null!==t.querySelector(r),m=u?.findIndex(n=>null===n)??-1
return{regions:f,problem:l&&m>=0?c.noSuchHost(l[m]):o(f,s,c),isWaiting:g}}
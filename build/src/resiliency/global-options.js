import{assertFunction as n,assertNotNull as r}from"../errors/errors.js"
import{checkedAddress as i}from"../embedding/addresses.js"
import{checkedOptions as o}from"../embedding/options.js"
export function checkedGlobalOptions(e,t){r(e,"containerDiv"),r(t,"params"),n(t.getPrimaryRegion,"getPrimaryRegion")
const{standByRegion:s,pollForFailover:a}=t
r(s,"ccpBackupResource")
for(const{ccpUrl:n,region:i}of[t,s])r(n,"ccpUrl"),r(i,"region")
a&&(r(t.loginUrl,"loginUrl"),r(t.instanceArn,"primary ARN"),r(s.instanceArn,"backup ARN"))
const{baseURI:c}=document
return{...t,...o(t,c),standByRegion:{...s,...o(s,c,"params.standByRegion.")},additionalScripts:t.additionalScripts?.map((n,o)=>r(i(`params.additionalScripts[${o}]`,n,c,"script"),"An additional script"))}}export function optionsByRegion(n,r){const{standByRegion:i,getPrimaryRegion:o,additionalScripts:e,...t}=n,s={...t,instanceArn:void 0,...i,loginPopup:!1,loginMode:"none"},a=(n,i)=>[n.region,{...n,region:n.region.split(".")[0],otherArn:i.instanceArn,disasterRecoveryOn:!0,isPrimary:()=>r(n.region)}]
return Object.fromEntries([a(t,s),a(s,t)])}
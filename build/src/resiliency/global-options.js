import{assertFunction as r,assertNotNull as n}from"../errors/errors.js"
export function checkGlobalOptions(o,i){n(o,"containerDiv"),n(i,"params"),r(i.getPrimaryRegion,"getPrimaryRegion")
const{standByRegion:e,pollForFailover:t}=i
n(e,"ccpBackupResource")
for(const{ccpUrl:r,region:o}of[i,e])n(r,"ccpUrl"),n(o,"region")
t&&(n(i.loginUrl,"loginUrl"),n(i.instanceArn,"primary ARN"),n(e.instanceArn,"backup ARN"))}export function optionsByRegion(r,n){const{standByRegion:o,getPrimaryRegion:i,additionalScripts:e,...t}=r,c={...t,instanceArn:void 0,...o,loginPopup:!1,loginMode:"none"},s=(r,o)=>[r.region,{...r,region:r.region.split(".")[0],otherArn:o.instanceArn,disasterRecoveryOn:!0,isPrimary:()=>n(r.region)}]
return Object.fromEntries([s(t,c),s(c,t)])}
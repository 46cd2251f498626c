import{isAmazonOrigin as e}from"../conduit/amazon-hosts.js"
import{sendable as t}from"../conduit/sendable.js"
import{StorageAccessEvents as n}from"../events/event-names.js"
import{serviceUrl as s}from"./service-url.js"
const r="/connect/ccp-v2",o="/request-storage-access"
export function storageRequest(c,a){const{ccpUrl:i,instanceUrl:u,storageAccess:m}=c
if("true"!==String(m?.canRequest))return null
const{href:p,origin:l}=new URL(u??i,a),d=new URL(i,a),f=d.origin===l?d.pathname+d.search:r,g={event:n.REQUEST,data:t({...m,landat:f})}
return{url:e(l)?s(l,o):p+o,send:e=>e.contentWindow?.postMessage(g,l)}}
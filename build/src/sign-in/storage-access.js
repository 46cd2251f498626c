import{AMAZON_ORIGIN as e}from"../conduit/frame-conduit.js"
import{sendable as t}from"../conduit/wire.js"
import{StorageAccessEvents as n}from"../events/event-names.js"
import{serviceUrl as r}from"./service-url.js"
const s="/connect/ccp-v2",o="/request-storage-access"
export function storageRequest(c,i){const{ccpUrl:a,instanceUrl:u,storageAccess:m}=c
if("true"!==String(m?.canRequest))return null
const{href:p,origin:f}=new URL(u??a,i),d=new URL(a,i),g=d.origin===f?d.pathname+d.search:s,l={event:n.REQUEST,data:t({...m,landat:g})}
return{url:e.test(f)?r(f,o):p+o,send:e=>e.contentWindow?.postMessage(l,f)}}
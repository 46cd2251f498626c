import{asHost as t,candidates as n}from"./registry.js"
const o=t=>({host:t,isAmbiguous:!1})
export function elementById(t,n){for(let o=t.getRootNode();o instanceof DocumentFragment||o instanceof Document;){const t=o.getElementById(n)
if(t||!(o instanceof ShadowRoot))return t
o=o.host.getRootNode()}return null}export const enclosingHost=n=>e(n,t)
export const isInside=(t,n)=>null!==e(t,t=>t instanceof Element&&t.localName===n&&t)
function e(t,n){for(let o=r(t);o;o=r(o)){const t=n(o)
if(t)return t}return null}function r(t){return t instanceof ShadowRoot?t.host:t instanceof Element&&t.assignedSlot||t.parentNode}export function resolveHost(e,{forElement:r,htmlFor:s}){if(void 0!==r)return o(t(r))
if(null!==s)return o(s?t(elementById(e,s)):null)
const l=enclosingHost(e)
if(l)return o(l)
const i=n()
return{host:1===i.length?i[0]:null,isAmbiguous:i.length>1}}
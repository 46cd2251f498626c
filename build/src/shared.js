import{createGlobalConnect as e}from"./resiliency/global-connect.js"
import{createResilientConnect as o}from"./resiliency/resilient-connect.js"
import{SHARED_MAJOR as n}from"./version.js"
const t=/*#__PURE__*/Symbol.for("connect-ccp-elements"),c=/*#__PURE__*/Symbol.for("globalConnect")
export function defaultConnect(e){const o=globalThis,c="undefined"!=typeof document,r=c?o[t]:void 0
if(r?.major===n)return r.connect
const l=e()
if(r){const e="Another major version of connect-ccp-elements is on this page (%d, this is %d): they share no CCP."
l.getLog().warn(e,r.major,n)}else c&&Object.defineProperty(o,t,{value:Object.freeze({major:n,connect:l})})
return l}export function defaultGlobalConnect(o){return o[c]??=e()}export const connect=/*#__PURE__*/defaultConnect(o)
export const globalConnect=/*#__PURE__*/defaultGlobalConnect(connect)

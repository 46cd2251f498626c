import{isRecord as o}from"./conduit/wire.js"
import{createConnect as e}from"./connect.js"
import{defaultConnect as t,defaultGlobalConnect as n}from"./shared.js"
const c=t(e),i=n(c),r=globalThis,f=r.connect
if(f!==c){if(o(f))for(const[o,e]of Object.entries(f))o in c||Reflect.set(c,o,e)
r.connect=c}r.globalConnect=i
for(const o of["Endpoint","AgentStateType"])o in r||Object.defineProperty(r,o,{value:c[o],configurable:!0,writable:!0})

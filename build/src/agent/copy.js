import{isRecord as r}from"../conduit/wire.js"
export function copied(r){return t(r,new Map)}function t(e,n){if(!r(e))return e
const o=n.get(e)
if(o)return o
if(e instanceof Date)return new Date(e)
if(Array.isArray(e)){const r=[]
n.set(e,r)
for(const o of e)r.push(t(o,n))
return r}if(ArrayBuffer.isView(e))return e
const f={}
n.set(e,f)
for(const r of Object.keys(e))f[r]=t(e[r],n)
return f}
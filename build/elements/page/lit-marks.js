"use strict"
const e={litHtmlVersions:[],litElementVersions:[],reactiveElementVersions:[],litPropertyMetadata:new WeakMap}
for(const[t,r]of Object.entries(e))t in globalThis||Object.defineProperty(globalThis,t,{value:r,configurable:!0,writable:!0})
const t="lit-html"
function r(e){const r=Object.getOwnPropertyDescriptor(e,"createPolicy"),c=()=>{r?Object.defineProperty(e,"createPolicy",r):delete e.createPolicy},i=(r,i)=>{c()
try{return e.createPolicy(r,i)}catch(e){if(r!==t)throw e
return i}}
try{Object.defineProperty(e,"createPolicy",{value:i,configurable:!0}),queueMicrotask(c)}catch{}}const{trustedTypes:c}=globalThis
c&&r(c)

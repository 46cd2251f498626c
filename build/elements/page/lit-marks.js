"use strict"
const e={litHtmlVersions:[],litElementVersions:[],reactiveElementVersions:[],litPropertyMetadata:new WeakMap}
for(const[t,i]of Object.entries(e))t in globalThis||Object.defineProperty(globalThis,t,{value:i,configurable:!0,writable:!0})

import{entryOf as r}from"../../src/conduit/entry-of.js"
export function errorWords(o,{errors:t}){const{type:e="",message:s=String(o),hint:n=""}=o
return r(t,e)??`${s} ${n}`.trim()}export function hostErrorWords({code:o,message:t},{hostErrors:e}){return r(e,o)?.(t)??t}
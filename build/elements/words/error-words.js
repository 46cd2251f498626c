export function errorWords(r,{errors:o}){const{type:t="",message:e=String(r),hint:s=""}=r
return o[t]??`${e} ${s}`.trim()}export function hostErrorWords({code:r,message:o},{hostErrors:t}){const e=t[r]
return e?.(o)??o}
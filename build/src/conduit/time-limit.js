export const LONGEST_TIME=2147483647
const t=t=>Math.abs(t)>=1e6?t.toExponential():String(t)
function e(e){return"string"==typeof e?`the text "${e.slice(0,40)}"`:"number"==typeof e?t(e):"of the type "+typeof e}export const timeWords=t=>`a number of milliseconds from ${t} to 2^31 - 1`
export function takeTime(t,o,{usual:n,least:r=1}){if(null==o)return{time:n,problem:null}
const i="string"==typeof o&&""!==o.trim()||"number"==typeof o?Number(o):NaN,m=i>0?Math.min(Math.max(i,r),2147483647):n
if(m===o)return{time:m,problem:null}
const s=2147483647===m?"2^31 - 1":m
return{time:m,problem:`${t} must be ${timeWords(r)}; it is ${e(o)}. ${s} is used.`}}
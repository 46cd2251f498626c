export const hasRegions=e=>"regions"in e
export function forRegions(e,i){const n=[...i.values()],o=e=>{const n=i.get(e)
if(n)return n
throw new Error(`There is no region "${e}". The regions are: ${[...i.keys()].join(", ")}.`)},t=()=>null===e.activeRegion?n[0]:o(e.activeRegion)
return{...Object.fromEntries(Object.keys(n[0]).map(e=>[e,(...i)=>t()[e](...i)])),inRegion:o,async activeRegion(e,i){await o(e).activeRegion(e,i),await Promise.all(n.map(n=>n.activeRegion(e,i)))},async impair(e,i){await o(e).impair(e,i)},detach(){for(const e of n)e.detach()}}}
const u=/\p{Default_Ignorable_Code_Point}/gu,t=[[/[\p{Zs}\t\v\f]/gu," "],[/[\p{Pd}\u2212\u2043\u30fc~\u223c\u2053]/gu,"-"],[/[\u00b7\u2022\u2024\u2027\u22c5\u30fb\uff65]/g,"."],[/[[{\u3010\u3014\u3016\u2768\u276a]/g,"("],[/[\]}\u3011\u3015\u3017\u2769\u276b]/g,")"],[/[\u2044\u2215]/g,"/"],[/[\ufe62\u207a]/g,"+"]],e=/[\uff01-\uff5e]/g,n=65248,r=/\p{Nd}/gu,i=u=>/\p{Nd}/u.test(String.fromCodePoint(u))
function o(u){const t=u.codePointAt(0)
let e=t
for(;i(e-1);)e-=1
return String((t-e)%10)}export const withPlainDigits=u=>u.replace(r,u=>/\d/.test(u)?u:o(u))
export function withPlainSigns(r){const i=r.replace(u,"").replace(e,u=>String.fromCharCode(u.charCodeAt(0)-n))
return t.reduce((u,[t,e])=>u.replace(t,e),withPlainDigits(i)).trim()}
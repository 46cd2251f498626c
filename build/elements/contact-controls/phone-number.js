const e=/[\s.()/\u2010-\u2015\u2212-]/g,r=/^\+[1-9]\d{6,14}$/
export async function readPhoneNumber(n,o){const l=n.trim().replace(/^tel:/i,"").replace(/^(\+.*)\(0\)/,"$1"),u=l.replace(e,"")
return u?/[^\d+*#]/.test(u)?{problem:"letters"}:r.test(u)?{number:u}:u.startsWith("+")?{problem:u.length<8?"short":u.length>16?"long":"invalid"}:o?t(l,o.toUpperCase()):{problem:"country"}:{problem:"empty"}}async function t(e,r){let t
try{t=await(import("libphonenumber-js/min"))}catch{return{problem:"reader"}}const{isSupportedCountry:n,parsePhoneNumberFromString:o,validatePhoneNumberLength:l}=t
if(!n(r))return{problem:"country"}
const u={defaultCountry:r,extract:!1},s=o(e,u)
if(s?.isPossible())return{number:s.number}
const i=l(e,u)
return{problem:"TOO_SHORT"===i?"short":"TOO_LONG"===i?"long":"invalid"}}
import{isRead as r,readBehind as n,readWithoutCountry as e,readWrittenNumber as t}from"../../src/api/phone-number.js"
import{isShortNumber as o}from"./short-number.js"
export function problemOf(r){const{cause:n}=r??{}
return"PhoneNumberError"===n?.name?n.problem:void 0}export async function readPhoneNumber(n,u){const m=t(n)
if(r(m))return m
const s=u.trim().toUpperCase()
if(!s&&!m.countryCode)return e(m)
if(o(m.digits,s))return{number:m.digits}
let b
try{b=await(import("libphonenumber-js/min"))}catch{return{problem:"reader"}}return i(m,s,b)}function i({written:r,digits:n,countryCode:e},t,o){const{getCountryCallingCode:i,isSupportedCountry:s,parsePhoneNumberFromString:b,validatePhoneNumberLength:c}=o
if(!e&&!s(t))return{problem:"country"}
const a=e?{defaultCallingCode:e,extract:!1}:{defaultCountry:t,extract:!1},d=r=>{const n=b(r,a)
return n?.isPossible()&&"number"in u(n.number)?n:void 0},l=d(r),p=m(r,n,e||i(t)),f=p&&"number"in p?d(p.number):void 0
if(l&&f&&l.number!==f.number){const r=[l,f].find(r=>r.isValid())
return r?u(r.number):{problem:"country"}}const h=l??f
if(h)return u(h.number)
if(p&&"problem"in p)return p
const C=c(r,a)
return{problem:"TOO_SHORT"===C?"short":"TOO_LONG"===C?"long":"invalid"}}const u=r=>t(r)
function m(r,e,t){return e.startsWith("00")?n(r,"00"):("1"===t?/^011/:/^011[2-9]\d{10}/).test(e)?n(r,"011"):void 0}
import{ValueError as e}from"../errors/errors.js"
import{withPlainSigns as t}from"./written-text.js"
const n={empty:"There is no phone number. Give one such as +12065550100.",letters:"A phone number has digits only. Write it in E.164 form, such as +12065550100.",extension:"The phone number has an extension, which cannot be dialed with it. Dial the number without it, and send the extension as digits once the call is answered.",several:"This is more than one phone number. Give one of them.",country:"The country of the phone number is not known. Begin with + and the country code, as in +12065550100.",short:"The phone number is too short. Check that no digit is missing.",long:"The phone number is too long. Check that there is no digit too many.",invalid:"This is not a phone number. Write it in E.164 form, such as +12065550100."}
export class PhoneNumberError extends e{static{this.prototype.name="PhoneNumberError"}constructor(e){super(n[e]),this.problem=e}}const r=/^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/,i=new Set("20 27 31 32 33 40 41 43 44 46 49 51 53 54 55 57 58 60 61 62 63 64 66 81 82 84 86 90 91 92 93 94 95 98 211 212 213 218 231 232 233 234 243 249 251 252 254 255 256 260 261 262 263 264 265 291 353 355 358 359 370 373 374 377 380 381 382 383 385 386 387 389 421 423 508 590 591 593 594 595 596 598 686 850 855 856 880 886 961 962 963 964 966 967 970 971 972 976 977 994 995 996".split(" ")),s=new Set(["39","225","226","227","229","241","242","378","992"]),o=["112","911","999"],u=[...o,"933","988"],h=15,c=7,l=/^(?:00(?=[34]\d{7})(?!31|345|365|391|4[13]|444|456)|011(?=[2-9]\d{10}))/,a=String.raw`[\s().-]`,d="ext(?:ension|n)?|xtn|x{1,2}|anexo|int(?:erno)?|ramal|poste|durchwahl|dw|nebenstelle|доб(?:авочный)?|内線|分机|分機|转|轉|내선|تحويلة|داخلي",p=new RegExp(String.raw`\d${a}*[;,]?\s*(?:(?:${d})[.:=#\s-]*|#\s*|(?:[,;pw]\s*)+)\(?\d{1,15}\)?\s*#?$`,"iu"),m=/^(?:tel|callto):(?:\/\/)?/i,f=/;\s*(?:ext|isub|postd)=/i,g=/;\s*phone-context=\s*([^;]*)/i,x=/^(?!ext)[\p{L}. ]{1,20}:\s*(?=[+(\d])/iu,b=/^[\s\p{So}\p{Pi}"'<:;,.]+|[\s\p{Pf}"'>:;,.]+$/gu,w=/^(\D*(?:\d[\s.-]*){1,3}\)?\s*)\(\s*0\s*\)/,y=/\(\s*0\s*\)/,v=6,$=300,W=e=>({problem:e}),C=e=>e.replace(/\D/g,"")
function E(e){try{return decodeURIComponent(e)}catch{return e}}function N(e,t){const n=e.split("/")
return n.length<2?/[\n\r\u2028\u2029]/.test(e):n.length>2||C(n[0]).length>6+(t?1:0)}function T(e){const t=C(e)
if(!t)return W("empty")
if(t.startsWith("0"))return W("invalid")
const n=r.exec(t)?.[0]
if(!n)return W("short")
let o=t.slice(n.length)
const c=w.exec(e)
if(y.test(c?e.slice(c[0].length):e))return W("invalid")
if(c&&C(c[1])!==n)return W("invalid")
if(c&&!s.has(n))o=o.slice(1)
else{if(c&&"39"===n&&"3"===o[1])return W("invalid")
i.has(n)&&(o=o.replace(/^0(?!0)/,""))}if(u.includes(o))return{number:`+${n}${o}`}
const l=n.length+o.length
return"1"===n&&10!==o.length?W(o.length<10?"short":"long"):"1"!==n||/^[2-9]/.test(o)?l<7?W("short"):l>h?W("long"):{number:`+${n}${o}`}:W("invalid")}export function readWrittenNumber(e){if(e.length>$)return W("invalid")
let n=t(e).replace(b,""),i=""
if(m.test(n)){if(n=t(E(n.replace(m,""))),f.test(n))return W("extension")
const e=g.exec(n)?.[1]
if(n=n.replace(/;.*$/,"").trim(),void 0!==e&&!n.startsWith("+")&&(i=C(e),!e.startsWith("+")||r.exec(i)?.[0]!==i))return W("country")}else if(f.test(n))return W("extension")
if(n=n.replace(x,""),p.test(n))return W("extension")
if(/\p{L}/u.test(n))return W("letters")
if(!/\d/.test(n))return W(/[*#]/.test(n)?"invalid":"empty")
const s=/^[\s(]*\+/.test(n)
if(N(n,s))return W("several")
const o=s?n.replace(/^([\s(]*)\+/,"$1"):n
return/^[\d\s()./-]*$/.test(o)?s?T(o):{written:o,digits:C(o),countryCode:i}:W(/^[^*#]*\d[^*#]*\+[^*#]*$/.test(o)?"several":"invalid")}export const isRead=e=>!("written"in e)
export function readWithoutCountry({written:e,digits:t,countryCode:n}){if(n)return W("country")
if(o.includes(t))return{number:t}
const r=l.exec(t)?.[0]
return r?readBehind(e,r):W("country")}export function readBehind(e,t){const n=new RegExp(`^\\D*${[...t].join("\\D*")}`).exec(e)?.[0]??""
return T(e.slice(n.length))}const D=/^[1-9]\d{2,14}$/
export function toDialledNumber(e){const t="number"==typeof e?String(e):e
if("string"!=typeof t)throw new PhoneNumberError("invalid")
const n=readWrittenNumber(t)
if(!isRead(n)&&!n.countryCode&&D.test(n.written))return n.digits
const r=isRead(n)?n:readWithoutCountry(n)
if("problem"in r)throw new PhoneNumberError(r.problem)
return r.number}
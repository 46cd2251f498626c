import{isRecord as e}from"../conduit/wire.js"
import{assertNotNull as t,ValueError as s}from"../errors/errors.js"
const n=["https:","http:"],r=[...n,"blob:"],c={page:[n,"https://my-instance.my.connect.aws/ccp-v2/"],ringtone:[n,"https://desk.example/ring.mp3"],sound:[r,"https://desk.example/ring.mp3"],script:[r,"https://desk.example/amazon-connect-chat.js"]},o=200,i=e=>"string"==typeof e?`"${e.slice(0,o)}"`:"no text, but of type "+typeof e
export function checkedAddress(e,t,n,r="page"){const[o,a]=c[r],p=t instanceof URL?t.href:t??""
if("string"==typeof p){if(/^[\0- ]*$/.test(p))return
if(URL.canParse(p,n)&&o.includes(new URL(p,n).protocol))return p}throw new s("%s must be a web address such as %s; it is %s",e,a,i(t))}const a=["ccpUrl","loginUrl","instanceUrl","secondaryCCPUrl"],p=["softphone","chat","task","email","autoAcceptTone"]
function d(t,s,n){return e(t)&&s in t?{...t,[s]:n(t[s])}:t}export function withCheckedAddresses(e,s,n){const r={...e}
for(const e of a)e in r&&(r[e]=checkedAddress(n+e,r[e],s))
const c=new URL(t(r.ccpUrl,`${n}ccpUrl`),s),o=(e,t)=>d(e,"ringtoneUrl",e=>checkedAddress(`${n}${t}.ringtoneUrl`,e,c,"ringtone"))
for(const e of p)r[e]&&Object.assign(r,{[e]:o(r[e],e)})
if(r.ringtone){const e=Object.entries(r.ringtone)
r.ringtone=Object.fromEntries(e.map(([e,t])=>[e,o(t,`ringtone.${e}`)]))}return r.storageAccess&&(r.storageAccess=d(r.storageAccess,"instanceUrl",e=>checkedAddress(`${n}storageAccess.instanceUrl`,e,s))),r}
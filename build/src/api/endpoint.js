import{isRecord as n}from"../conduit/wire.js"
import{ValueError as e}from"../errors/errors.js"
import{EndpointType as t}from"./enums.js"
const o=/^sip:([^@]+)@/
export class Endpoint{constructor(n={}){this.endpointARN=this.endpointId=n.endpointId||n.endpointARN||null,this.type=n.type||null,this.name=n.name||null,this.phoneNumber=n.phoneNumber||null,this.agentLogin=n.agentLogin||null,this.queue=n.queue||null}stripPhoneNumber(){const n=this.phoneNumber??""
return o.exec(n)?.[1]??n}static byPhoneNumber(n,e){return new Endpoint({type:t.PHONE_NUMBER,phoneNumber:n,name:e??null})}}const r=/[\s.()-]/g,i=/^\+[1-9]\d{1,14}$/
function u(n){if(o.test(n))return n
const t=String(n).replace(r,"")
if(i.test(t))return t
throw new e('"%s" is not a phone number in E.164 form, such as +12065550100.',n)}export function toSentEndpoint(o){if("string"==typeof o)return toSentEndpoint(Endpoint.byPhoneNumber(o))
if(!n(o))throw new e("endpoint must be an Endpoint or a phone number such as +12065550100")
const{endpointId:r,...i}=new Endpoint(o),{type:p,phoneNumber:s,agentLogin:h,queue:m}=i
if(!(r||s||h||m))throw new e("endpoint names nothing to call: no phoneNumber, no endpointARN")
return p===t.PHONE_NUMBER&&!r&&s?{...i,phoneNumber:u(s)}:i}
import{isRecord as n}from"../conduit/wire.js"
import{ValueError as e}from"../errors/errors.js"
import{EndpointType as t}from"./enums.js"
import{toDialledNumber as o}from"./phone-number.js"
const i=/^sip:([^@]+)@/,r=/^\s*sips?:/i
export class Endpoint{constructor(n={}){this.endpointARN=this.endpointId=n.endpointId||n.endpointARN||null,this.type=n.type||null,this.name=n.name||null,this.phoneNumber=n.phoneNumber||null,this.agentLogin=n.agentLogin||null,this.queue=n.queue||null,n.emailAddress&&(this.emailAddress=n.emailAddress),n.displayName&&(this.displayName=n.displayName)}stripPhoneNumber(){const n=this.phoneNumber??""
return i.exec(n)?.[1]??n}static byPhoneNumber(n,e){return new Endpoint({type:t.PHONE_NUMBER,phoneNumber:n,name:e??null})}}export function toSentEndpoint(i){if("string"==typeof i)return toSentEndpoint(Endpoint.byPhoneNumber(i))
if(!n(i))throw new e("endpoint must be an Endpoint or a phone number such as +12065550100")
const{endpointId:s,emailAddress:p,displayName:u,...m}=new Endpoint(i),{type:d,phoneNumber:l,agentLogin:h,queue:a}=m
if(!(s||l||h||a))throw new e("endpoint names nothing to call: no phoneNumber, no endpointARN")
return null!==d&&d!==t.PHONE_NUMBER||s||!l||r.test(l)?m:{...m,phoneNumber:o(l)}}
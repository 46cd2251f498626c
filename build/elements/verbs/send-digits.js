import{textField as e}from"../commands/request-fields.js"
import{inState as t,targetOf as n}from"../commands/target.js"
import{ConnectRequestEvent as s}from"../host/requests.js"
export class ConnectSendDigitsRequestEvent extends s{constructor({contactId:e,digits:t}){super("send-digits",e),this.digits=t}}export const sendDigits={isAllowed:({stage:e,voice:t,softphone:n})=>"live"===e&&t&&n,request:e=>new ConnectSendDigitsRequestEvent(e),command(s,o){const{id:i,parties:d}=n(s,o),r=d.filter(t("connected")).at(-1)
if(!r)throw new Error(o.terms.nobodyTalks)
const c=new o.connect.Connection(i,r.connectionId)
return{send:()=>c.sendDigits(e(s,"digits")??"")}},needsAgent:!0,buttons:{},icon:()=>"keypad",tone:"plain",place:50,opens:"keypad"}

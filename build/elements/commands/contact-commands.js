import{coldTransfer as n}from"./cold-transfer.js"
import{about as e,aboutParties as t,ending as o,inState as c,isOver as i,partiesOf as r,targetOf as s,viewOf as d}from"./target.js"
import{isActiveParty as a,isVoice as p}from"../verbs/contact-verbs.js"
const u=(n,t)=>{const{id:o,api:c}=s(n,t)
return e(o,({ringing:n,state:e})=>!n&&("connected"===e.type||"connecting"===e.type),()=>c.accept())},m=(n,e)=>{const{id:t,api:c}=s(n,e)
return o(t,()=>c.reject())},l=(n,e)=>{const{id:t,api:o}=s(n,e)
return{send:()=>o.clear(),isShown:n=>void 0===d(n,t)}},f=(n,o)=>{const i=s(n,o),{view:r,api:d,id:a,parties:u}=i
if(!p(r))return e(a,({state:n})=>"paused"===n.type,()=>d.pause())
const{connectionId:m}=n,l=m?r.connections.filter(n=>n.connectionId===m):u.filter(c("connected"))
if(0===l.length)throw new Error(o.terms.nobodyTalks)
return t(i,l,"hold",n=>new o.connect.Connection(a,n).hold())},g=(n,t)=>{const o=s(n,t),{view:i,api:r,id:d,parties:a}=o
if(!p(i))return e(d,({state:n})=>"connected"===n.type,()=>r.resume())
const{connectionId:u}=n,m=u?i.connections.filter(n=>n.connectionId===u):a.filter(c("hold"))
if(0===m.length)throw new Error(t.terms.nobodyWaits)
return w(o,m,t.connect)}
function w(n,e,o){const{id:c,api:i}=n,r=i.getInitialConnection()?.getConnectionId(),s=e.length>1&&e.some(({connectionId:n})=>n===r),d=t(n,e,"connected",n=>new o.Connection(c,n).resume())
return s?{...d,send:()=>i.conferenceConnections()}:d}const h=(n,e)=>{const{id:t,api:c}=s(n,e),{connectionId:d}=n
return d?{send:()=>new e.connect.Connection(t,d).destroy(),isShown:n=>i(n,t)||!r(n,t).some(n=>n.connectionId===d)}:o(t,()=>c.getAgentConnection()?.destroy())},C=n=>({contactId:e},{connect:t})=>({send:()=>n?(new t.Agent).mute():(new t.Agent).unmute(),isShown:e=>e.mute===n,isLost:n=>null!==e&&i(n,e)}),I=(n,e)=>{const{id:t,parties:o}=s(n,e),i=o.filter(c("connected")).at(-1)
if(!i)throw new Error(e.terms.nobodyTalks)
const r=new e.connect.Connection(t,i.connectionId)
return{send:()=>r.sendDigits(n.digits??"")}},y=(n,t)=>{const o=s(n,t),{id:c,api:i,view:r}=o,d=o.parties.map(({connectionId:n})=>n),u=({connectionId:n,state:e,type:t})=>!d.includes(n)&&a({type:t,state:e})
return e(c,({connections:n})=>n.some(u),()=>p(r)?i.addConnection(n.endpoint):i.addParticipant(n.endpoint))},v=(e,t)=>{const c=s(e,t),{id:i,api:r,view:d}=c
return p(d)?{run:()=>n({id:i,store:t.store,terms:t.terms,before:c.parties,add:y(e,t),leave:o(i,()=>r.getAgentConnection()?.destroy()),resume:n=>w(c,n,t.connect)})}:o(i,()=>r.addConnection(e.endpoint))},b=(n,t)=>{const{id:o,api:i}=s(n,t)
return e(o,(n,e)=>{const t=r(e,o)
return t.length>1&&t.every(c("connected"))},()=>i.conferenceConnections())},A=(n,t)=>{const{id:o,api:i,parties:r}=s(n,t),d=r.find(c("hold"))
if(!d)throw new Error(t.terms.nobodyWaits)
return e(o,({connections:n})=>n.some(({connectionId:n,state:e})=>n===d.connectionId&&"connected"===e),()=>i.toggleActiveConnections())}
export const CONTACT_COMMANDS={accept:u,reject:m,clear:l,"hang-up":h,hold:f,resume:g,mute:C(!0),unmute:C(!1),"send-digits":I,"add-participant":y,transfer:v,conference:b,swap:A}

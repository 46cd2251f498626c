import{ConnectionType as n}from"../api/enums.js"
import{StateError as e}from"../errors/errors.js"
import{LogComponent as t}from"../log/levels.js"
const o=[n.AGENT,n.MONITORING]
export function createChatSessions({chatJs:n,slot:s,data:c,log:r,webSocketManager:i}){const a=new Map
let f
const g=n=>{r.info(t.CHAT,n)}
async function l(l){const h=l.getMediaInfo()
if(!h||!l.isActive()||!o.includes(l.getType()))throw new e("Only the agent's own connection has a chat session, and only while it is active.")
const u=n()
if(!u)throw new e("There is no connect.ChatSession: load amazon-connect-chatjs first.")
const{options:p,signal:w}=s.present,m=c.current.configuration.agentARN?.split(":")[3]??p.region
if(f!==p){f=p,w.addEventListener("abort",()=>d(!0))
const n={debug:g,info:g,warn:g,error:n=>{r.error(t.CHAT,n)}}
u.setGlobalConfig({loggerConfig:{logger:n},region:m,features:p.features})}const I=u.create({chatDetails:h,type:"AGENT",websocketManager:i(),options:{region:m}})
return I.onConnectionBroken(()=>a.delete(l.connectionId)),await I.connect(),I}function d(n=!1){if(a.size)for(const[e,{contactId:t,session:o}]of a)!n&&c.hasData&&c.current.contacts.has(t)||(a.delete(e),o.then(n=>n.cleanUpOnParticipantDisconnect(),()=>{}))}return{get:function h(n){const{connectionId:e,contactId:t}=n,o=a.get(e)
if(o)return o.session
const s=l(n)
return a.set(e,{contactId:t,session:s}),s.catch(()=>a.delete(e)),s},sweep:d}}
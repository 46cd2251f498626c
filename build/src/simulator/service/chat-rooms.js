import{ACCESS_DENIED as t,CtiError as o}from"../ccp/cti-service-client.js"
import{ChatEvent as e,ChatRoom as n}from"./chat-room.js"
import{agentConnection as s,isActive as i,isFinished as c}from"./contact-model.js"
import{IdGenerator as r}from"./id-generator.js"
function a(t){if("string"==typeof t)return JSON.parse(t).ConnectionAuthenticationToken}export class ChatRooms{#t
#o
#e=new Map
#n=new Map
constructor(t){this.#t=t,this.#o=new r(50343^t.seed)}get transcripts(){return Object.fromEntries([...this.#e].map(([t,{transcript:o}])=>[t,o]))}follow(t){const o=t.filter(({type:t})=>"chat"===t)
for(const t of o)this.#s(t)
const e=new Set(o.map(({contactId:t})=>t))
for(const t of this.#e.keys())e.has(t)||this.#e.delete(t)
for(const[t,{contactId:o}]of this.#n)e.has(o)||this.#n.delete(t)}customerSays(t,o){this.#i(t,(t,e)=>t.say(e,o))}customerTypes(t){this.#i(t,(t,o)=>t.signal(o,e.TYPING))}customerLeaves({contactId:t}){const o=this.#e.get(t)
o?.customer&&o.leave(o.customer.id)}issueToken(t,o){const e=`simulated-${this.#o.uuid()}`
return this.#n.set(e,{contactId:t,participantId:o}),e}guest(e){const n=this.#n.get(e),s=n&&this.#e.get(n.contactId)
if(!s)throw new o("AccessDeniedException","This token leads into no chat.",t)
return{...n,room:s,participant:s.participant(n.participantId)}}#i({contactId:t,type:o},e){const n=this.#e.get(t)
if(!n)throw new Error(`Contact ${t} is of type ${o}; customers write in chats only.`)
if(!n.customer)throw new Error(`The customer of contact ${t} has left.`)
e(n,n.customer)}#s(t){const{contactId:o}=t,e=this.#e.get(o)??this.#c(t),n=s(t)?.connectionId??""
if(c(t))return"ended"===t.state.type&&e.customer&&e.leave(n),e.end()
for(const o of t.connections){const{connectionId:t,state:n}=o,s=void 0!==e.participant(t)
"connected"!==n.type||s?!i(o)&&s&&e.leave(t):e.join(this.#r(o))}}#c(t){const{contactId:o}=t,{clock:e,publish:i}=this.#t,c=s(t),r=new n({contactId:o,initialContactId:t.initialContactId??o,agentId:c?.connectionId??"",clock:e,newId:()=>this.#o.uuid(),publish:i})
this.#e.set(o,r)
const d=a(c?.chatMediaInfo?.connectionData)
return c&&d&&this.#n.set(d,{contactId:o,participantId:c.connectionId}),r}#r({connectionId:t,type:o,chatMediaInfo:e,quickConnectName:n}){return"inbound"===o?{id:t,role:"CUSTOMER",name:e?.customerName??"Customer"}:{id:t,role:"AGENT",name:n??this.#t.agentName()}}}
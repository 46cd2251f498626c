export const ChatEvent={ENDED:"application/vnd.amazonaws.connect.event.chat.ended",ACKNOWLEDGED:"application/vnd.amazonaws.connect.event.connection.acknowledged",DELIVERED:"application/vnd.amazonaws.connect.event.message.delivered",READ:"application/vnd.amazonaws.connect.event.message.read",JOINED:"application/vnd.amazonaws.connect.event.participant.joined",LEFT:"application/vnd.amazonaws.connect.event.participant.left",TYPING:"application/vnd.amazonaws.connect.event.typing"}
export class ChatRoom{#t
#e=[]
#n=new Map
#i=new Map
#s=!1
#a=!1
constructor(t){this.#t=t}get initialContactId(){return this.#t.initialContactId}get transcript(){return this.#e}get ended(){return this.#a}participant(t){return this.#n.get(t)}get customer(){return[...this.#n.values()].find(({role:t})=>"CUSTOMER"===t)}join(t){this.#n.set(t.id,t),t.id===this.#t.agentId&&(this.#s=!0),this.#o(this.#p(ChatEvent.JOINED,t))}leave(t){const e=this.#n.get(t)
e&&(this.#n.delete(t),this.#o(this.#p(ChatEvent.LEFT,e)))}end(){this.#a||(this.#a=!0,this.#o(this.#p(ChatEvent.ENDED)),this.#n.clear(),this.#s=!1)}say(t,e,n="text/plain",i){const s=void 0===i?void 0:this.#i.get(i)
if(s)return s
const a=this.#c("MESSAGE",n,t,e)
return void 0!==i&&this.#i.set(i,a),this.#o(a),a}signal(t,e){const n=this.#p(e,t)
return e===ChatEvent.TYPING&&t.id!==this.#t.agentId&&this.#d(n),n}receipt(t,e,n){const i=this.#e.find(({Id:t})=>t===e)
if(!i)return
const{Receipts:s}=i.MessageMetadata??={MessageId:i.Id,Receipts:[]}
let a=s.find(({RecipientParticipantId:e})=>e===t.id)
a||s.push(a={RecipientParticipantId:t.id}),a[n]??=this.#r()}#r(){const{clock:t}=this.#t
return t.shown(t.now()).toISOString()}#p(t,e){return this.#c("EVENT",t,e)}#c(t,e,n,i){return{Id:this.#t.newId(),AbsoluteTime:this.#r(),Type:t,ContentType:e,...void 0!==i&&{Content:i},...n&&{ParticipantId:n.id,ParticipantRole:n.role,DisplayName:n.name}}}#o(t){this.#e.push(t),this.#d(t)}#d(t){const{contactId:e,initialContactId:n,publish:i}=this.#t
this.#s&&i({...t,ContactId:e,InitialContactId:n})}}
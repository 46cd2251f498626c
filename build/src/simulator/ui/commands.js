import{entryOf as t}from"../../conduit/entry-of.js"
import{isRecord as n}from"../../conduit/wire.js"
import{CommandError as e}from"../../errors/command-error.js"
import{ContactEvents as a,EventType as o}from"../../events/event-names.js"
const c=500,i={accept:"acceptContact",reject:"rejectContact",hold:"holdConnection",resume:"resumeConnection",swap:"toggleActiveConnections",join:"conferenceConnections",pause:"pauseContact",continue:"resumeContact",end:"destroyConnection",clear:"clearContact"},s={acceptContact:"Accept",rejectContact:"Reject",holdConnection:"Hold",resumeConnection:"Resume",toggleActiveConnections:"Swap",conferenceConnections:"Join",pauseContact:"Pause",resumeContact:"Continue",destroyConnection:"End",clearContact:"Clear",putAgentState:"Changing your state",sendDigits:"Sending digits",createAdditionalConnection:"Transfer",transferContact:"Transfer",createOutboundContact:"Dialling",getEndpoints:"Loading quick connects"},r=t=>({endpointARN:null,type:"phone_number",name:null,phoneNumber:t,agentLogin:null,queue:null}),u=({endpointARN:t,type:n,name:e,phoneNumber:a,queue:o})=>({endpointARN:t,type:n,name:e,phoneNumber:a,agentLogin:null,queue:o})
export class PanelCommands{#t
#n
#e
constructor(t,n,e){this.#t=t,this.#n=n,this.#e=e}act(t,n){"mute"!==t&&"unmute"!==t?"accept"===t?this.#a(n):this.#o(t,n):this.#t.broadcast(o.MUTE,{mute:"mute"===t})}actOnParty(t,n,e){const a=i[t]
a&&this.#c(a,{contactId:n.id,connectionId:e},e)}setAgentState(t){const n=(this.#n.agent?.snapshot.contacts.length??0)>0
this.#c("putAgentState",{state:t,enqueueNextState:n})}async sendDigits(t,n){const{id:e,customerConnectionId:a}=t
await this.#c("sendDigits",{contactId:e,connectionId:a,digits:n},n)&&(this.#n.digits+=n,this.#e())}dial(t){return this.#i(r(t))}dialQuickConnect(t){return this.#i(u(t))}addNumber(t,n){return this.#s(t,r(n))}addQuickConnect(t,n){return this.#s(t,u(n))}async loadQuickConnects(){this.#n.quickConnects=null
const t=this.#n.agent?.configuration.routingProfile.queues?.map(({queueARN:t})=>t)??[],n=[]
let e=null
do{const a=await this.#c("getEndpoints",{queueARNs:t,nextToken:e,maxResults:c})
if(!a)break
n.push(...Array.isArray(a.endpoints)?a.endpoints:[]),e=a.nextToken}while(e)
this.#n.quickConnects=n,this.#e()}#o(t,n){const e=i[t]
return e?this.#c(e,this.#r(t,n),n.id):Promise.resolve(null)}async#a(t){if(await this.#o("accept",t))for(const n of[a.ACCEPTED,`${a.ACCEPTED}::${t.id}`])this.#t.broadcast(n,{contactId:t.id})}#r(t,{id:n,agentConnectionId:e,customerConnectionId:a,parties:o}){switch(t){case"end":return{contactId:n,connectionId:e}
case"hold":case"resume":return{contactId:n,connectionId:a}
case"swap":return{contactId:n,connectionId:o.find(({onHold:t})=>t)?.connectionId??null}
default:return{contactId:n}}}async#i(t){const n=this.#n.agent?.configuration.routingProfile.defaultOutboundQueue.queueARN
return null!==await this.#c("createOutboundContact",{endpoint:t,queueARN:n})}async#s({id:t},n){return null!==await this.#c("createAdditionalConnection",{contactId:t,endpoint:n},t)}async#c(a,o,c=""){const i=`${a}:${c}`
if(this.#n.underway.has(i))return null
this.#n.underway.add(i),this.#n.failure=null,this.#e()
try{const t=await this.#t.api.call(a,o)
return n(t)?t:{}}catch(n){const o=n instanceof e?n.hint:"",c=n instanceof Error?n.message:String(n)
return this.#n.failure={text:`${t(s,a)??a} did not work: ${c}`,hint:o},null}finally{this.#n.underway.delete(i),this.#e()}}}export function isUnderway({underway:t},n,e){const a=i[n]
return void 0!==a&&t.has(`${a}:${e}`)}
import{isRecord as t}from"../../conduit/wire.js"
import{CommandError as n}from"../../errors/command-error.js"
import{ContactEvents as e,EventType as a}from"../../events/event-names.js"
const c=500,o={accept:"acceptContact",reject:"rejectContact",hold:"holdConnection",resume:"resumeConnection",swap:"toggleActiveConnections",join:"conferenceConnections",pause:"pauseContact",continue:"resumeContact",end:"destroyConnection",clear:"clearContact"},i={acceptContact:"Accept",rejectContact:"Reject",holdConnection:"Hold",resumeConnection:"Resume",toggleActiveConnections:"Swap",conferenceConnections:"Join",pauseContact:"Pause",resumeContact:"Continue",destroyConnection:"End",clearContact:"Clear",putAgentState:"Changing your state",sendDigits:"Sending digits",createAdditionalConnection:"Transfer",transferContact:"Transfer",createOutboundContact:"Dialling",getEndpoints:"Loading quick connects"},s=t=>({endpointARN:null,type:"phone_number",name:null,phoneNumber:t,agentLogin:null,queue:null}),r=({endpointARN:t,type:n,name:e,phoneNumber:a,queue:c})=>({endpointARN:t,type:n,name:e,phoneNumber:a,agentLogin:null,queue:c})
export class PanelCommands{#t
#n
#e
constructor(t,n,e){this.#t=t,this.#n=n,this.#e=e}act(t,n){"mute"!==t&&"unmute"!==t?"accept"===t?this.#a(n):this.#c(t,n):this.#t.broadcast(a.MUTE,{mute:"mute"===t})}actOnParty(t,n,e){const a=o[t]
a&&this.#o(a,{contactId:n.id,connectionId:e},e)}setAgentState(t){const n=(this.#n.agent?.snapshot.contacts.length??0)>0
this.#o("putAgentState",{state:t,enqueueNextState:n})}async sendDigits(t,n){const{id:e,customerConnectionId:a}=t
await this.#o("sendDigits",{contactId:e,connectionId:a,digits:n},n)&&(this.#n.digits+=n,this.#e())}dial(t){return this.#i(s(t))}dialQuickConnect(t){return this.#i(r(t))}addNumber(t,n){return this.#s(t,s(n))}addQuickConnect(t,n){return this.#s(t,r(n))}async loadQuickConnects(){this.#n.quickConnects=null
const t=this.#n.agent?.configuration.routingProfile.queues?.map(({queueARN:t})=>t)??[],n=[]
let e=null
do{const a=await this.#o("getEndpoints",{queueARNs:t,nextToken:e,maxResults:c})
if(!a)break
n.push(...Array.isArray(a.endpoints)?a.endpoints:[]),e=a.nextToken}while(e)
this.#n.quickConnects=n,this.#e()}#c(t,n){const e=o[t]
return e?this.#o(e,this.#r(t,n),n.id):Promise.resolve(null)}async#a(t){if(await this.#c("accept",t))for(const n of[e.ACCEPTED,`${e.ACCEPTED}::${t.id}`])this.#t.broadcast(n,{contactId:t.id})}#r(t,{id:n,agentConnectionId:e,customerConnectionId:a,parties:c}){switch(t){case"end":return{contactId:n,connectionId:e}
case"hold":case"resume":return{contactId:n,connectionId:a}
case"swap":return{contactId:n,connectionId:c.find(({onHold:t})=>t)?.connectionId??null}
default:return{contactId:n}}}async#i(t){const n=this.#n.agent?.configuration.routingProfile.defaultOutboundQueue.queueARN
return null!==await this.#o("createOutboundContact",{endpoint:t,queueARN:n})}async#s({id:t},n){return null!==await this.#o("createAdditionalConnection",{contactId:t,endpoint:n},t)}async#o(e,a,c=""){const o=`${e}:${c}`
if(this.#n.underway.has(o))return null
this.#n.underway.add(o),this.#n.failure=null,this.#e()
try{const n=await this.#t.api.call(e,a)
return t(n)?n:{}}catch(t){const a=t instanceof n?t.hint:"",c=t instanceof Error?t.message:String(t)
return this.#n.failure={text:`${i[e]??e} did not work: ${c}`,hint:a},null}finally{this.#n.underway.delete(o),this.#e()}}}export function isUnderway({underway:t},n,e){const a=o[n]
return void 0!==a&&t.has(`${a}:${e}`)}
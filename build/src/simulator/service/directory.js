import{CtiError as e}from"../ccp/cti-service-client.js"
import{IdGenerator as n}from"./id-generator.js"
import{instanceArnOf as t}from"./traffic-distribution.js"
const o=500,u=[["Available","routable"],["Lunch","not_routable"],["Training","not_routable"],["Offline","offline"]],i=["BasicQueue","Support","Sales"],r=["us","ca","gb","de","fr","es","it","jp","au"],a=/^\+[1-9]\d{1,14}$/
export function isE164(e){return"string"==typeof e&&a.test(e)}export function pageOf(n,t){const{nextToken:u=null,maxResults:i=o}=t,r=null===u?0:Number(u)
if(!Number.isInteger(r)||r<0||r>n.length)throw new e("PaginationException","The nextToken is none that a page has given.")
const a=r+Math.min(Math.max(1,Number(i)||o),o)
return{items:n.slice(r,a),nextToken:a<n.length?String(a):null}}export class Directory{constructor(e){this.dialableCountries=r
const o=new n(24301^(e.seed??1)),{region:a="us-east-1",queues:s=i.length,endpoints:p=5}=e,c=t(a),h=e=>`${c}/${e}/${o.uuid()}`
this.agentStates=u.map(([e,n])=>({agentStateARN:h("agent-state"),type:n,name:e})),this.queues=Array.from({length:s},(e,n)=>({queueARN:h("queue"),name:i[n]??`Queue ${n+1}`})),this.permissions=[...!1===e.outboundCall?[]:["outboundCall"],"voiceId"],this.configuration=this.#e(e,h),this.quickConnects=Array.from({length:p},(e,n)=>this.#n(n,h))}queueByArn(e){return this.queues.find(n=>n.queueARN===e)}queueByName(e){const n=void 0===e?this.queues[0]:this.queues.find(n=>n.name===e)
if(n)return n
throw new Error(`There is no queue "${e}". The queues are: ${this.queues.map(e=>e.name).join(", ")}.`)}stateByName(e){const n=this.agentStates.find(n=>n.name===e)
if(n)return n
const t=this.agentStates.map(e=>e.name).join(", ")
throw new Error(`There is no agent state "${e}" to be set. The states are: ${t}.`)}endpoint(n,t=["phone_number","agent","queue"]){const o=n??{},{endpointARN:u=null,type:i=null,name:r=null,phoneNumber:a=null,agentLogin:s=null,queue:p=null}=o
if(!t.includes(i??""))throw new e("BadEndpointException",`An endpoint of type ${i} cannot be used here: ${t.join(", ")}.`)
if("phone_number"===i&&!isE164(a))throw new e("BadEndpointException","The phone number is not in E.164 form, such as +12065550100.")
if("phone_number"!==i&&!this.quickConnects.some(e=>e.endpointARN===u))throw new e("BadEndpointException",`The instance has no quick connect ${u}.`)
return{agentLogin:s,endpointARN:u,name:r,phoneNumber:a,queue:p,type:i}}#e(e,n){const{agentName:t="Jane Doe",extension:o="+12065550199",softphone:u=!0,autoAccept:i=!1}=e
return{name:t,username:t.toLowerCase().replaceAll(/\s+/g,"."),agentARN:n("agent"),extension:o,softphoneEnabled:u,softphoneAutoAccept:i,agentPreferences:{LANGUAGE:"en_US"},routingProfile:{name:"Basic Routing Profile",routingProfileARN:n("routing-profile"),defaultOutboundQueue:this.queues[0]??{queueARN:n("queue"),name:"BasicQueue"},channelConcurrencyMap:{VOICE:1,CHAT:e.chats??2,TASK:e.tasks??2}}}}#n(e,n){const t={phoneNumber:null,agentLogin:null,queue:null},o=n("transfer-destination"),u=this.queues[1]??this.queues[0]??null,i=[{endpointARN:o,...t,type:"phone_number",name:"Front desk",phoneNumber:"+12065550120"},{endpointARN:o,...t,type:"agent",name:"Ann Lee",agentLogin:"ann.lee"},{endpointARN:o,...t,type:"queue",name:"Support queue",queue:u},{endpointARN:o,...t,type:"phone_number",name:"Courier",phoneNumber:"+442079460123"},{endpointARN:o,...t,type:"agent",name:"Bo Park",agentLogin:"bo.park"}],r=`+1206555${String(e%1e4).padStart(4,"0")}`
return i[e]??{endpointARN:o,...t,type:"phone_number",name:`Contact ${e+1}`,phoneNumber:r}}}
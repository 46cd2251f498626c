import{ConnectAcceptRequestEvent as t,ConnectClearRequestEvent as e,ConnectDialRequestEvent as n,ConnectHangUpRequestEvent as o,ConnectHoldRequestEvent as c,ConnectLoginRequestEvent as s,ConnectLogoutRequestEvent as a,ConnectMuteRequestEvent as i,ConnectRejectRequestEvent as r,ConnectResumeRequestEvent as d,ConnectSetAgentStateRequestEvent as u,ConnectUnmuteRequestEvent as h}from"../host/requests.js"
function l({contacts:t,selectedContactId:e},n,o){if(n)return n
const c=t.filter(({can:t})=>o.some(e=>t.includes(e))),s=c.find(({contactId:t})=>t===e),a=null===e||o.includes("accept")||o.includes("reject")
return(s??(a?c[0]:void 0))?.contactId??e}const m=(t,...e)=>(n,o)=>new t({contactId:l(n,o,e)}),g=t=>({agent:e})=>new u({agentState:e?.states.find(({type:e})=>e===t)?.name??t}),f={"--accept-contact":m(t,"accept"),"--reject-contact":m(r,"reject"),"--hang-up":m(o,"hang-up","leave"),"--hold":m(c,"hold"),"--resume":m(d,"resume"),"--mute":m(i,"mute"),"--unmute":m(h,"unmute"),"--clear-contact":m(e,"clear"),"--set-available":g("routable"),"--set-offline":g("offline"),"--set-agent-state":(t,e)=>new u({agentState:e}),"--dial":(t,e)=>new n({endpoint:e}),"--login":()=>new s,"--logout":()=>new a},p=()=>"commandForElement"in HTMLButtonElement.prototype
export class CommandButtons{#t
#e
constructor(t){this.#t=t}hostConnected(){this.hostDisconnected()
const{signal:t}=this.#e=new AbortController
p()?this.#t.addEventListener("command",t=>this.#n(t),{signal:t}):this.#t.getRootNode().addEventListener("click",t=>this.#o(t),{signal:t})}hostDisconnected(){this.#e?.abort(),this.#e=void 0}#n(t){t.target!==this.#t||t.defaultPrevented||this.#c(t.command,t.source?.value??"")}#o(t){const e=t.composedPath().find(t=>t instanceof HTMLButtonElement)
if(!e||t.defaultPrevented||e.getRootNode()!==this.#t.getRootNode())return
if(e.form&&"button"!==e.getAttribute("type"))return
const n=e.getAttribute("commandfor"),o=e.getRootNode()
n&&o.getElementById(n)===this.#t&&this.#c(e.getAttribute("command")??"",e.value)}#c(t,e){Object.hasOwn(f,t)&&this.#t.request(f[t](this.#t.state,e))}}
import{diagnose as t}from"../../src/doctor/diagnose.js"
import{reportView as s}from"./doctor-view.js"
export{t as diagnose}
const e=["signed-out","popup-blocked","unreachable","duplicate"],i=[...e,"popup-open"],n=["no-answer","popup-blocked","embedded-twice","storage-access"],o=["unreachable","content-security-policy"]
export class Doctor{#t
#s
#e
#i="idle"
#n=new AbortController
#o=!1
#a=!1
#r=!1
#h=null
#c=null
constructor(t,s,e){this.#t=t,this.#s=s,this.#e=e,s.subscribe(({status:t})=>t,t=>this.#d(t),void 0)}get view(){return this.#c}examine(s){const e=this.#t,i={signal:s,signedIn:this.#r}
return t("duplicate"===this.#i?a(e):e.connect,i)}async attend(){const{signal:t}=this.#n
if(this.#o||this.#l)return
this.#o=!0
const e=await this.examine(t)
if(t.aborted||this.#l||!e.findings.length)return
const[{code:i,certainty:n,message:a,remedy:r,causes:h}]=e.findings
if(this.#a=o.includes(i)&&"possible"!==n,this.#o=this.#a||"loading"!==this.#i,this.#o&&"popup-open"!==this.#i){if("duplicate"!==this.#i){this.#c=s(e,this.#e(),()=>this.#t.login())
const t="The CCP does not answer: %s. %s %s"
this.#t.connect.getLog()["not-signed-in"===h?.[0].cause?"info":"warn"](t,i,a,h?.[0].message??r)}this.#h={code:i,message:this.#u(i)??`${a} ${r}`,report:e},this.#a&&this.#s.setStatus("unreachable"),this.#s.fail(this.#h)}}get#l(){return"duplicate"!==this.#i&&this.#t.connect.core.hasAnswered()}#d(t){const s="popup-open"===this.#i,n=s&&"signed-out"===t
this.#i=t,this.#r="ready"!==t&&(s||this.#r),e.includes(t)||this.#p(),!n&&i.includes(t)&&"duplicate"!==t||this.#g(),n&&this.#w(),"signed-out"===t&&this.#a&&this.#s.setStatus("unreachable")}#g(){this.#n.abort(),this.#n=new AbortController,this.#o=this.#a=!1}#w(){this.#o=!0
const{core:t,EventType:s}=this.#t.connect
t.getEventBus().subscribe(s.ACK_TIMEOUT,()=>{this.#o=!1,this.attend().catch(()=>{})},{signal:this.#n.signal})}#u(t){const{status:s}=this.#e()
return n.includes(t)&&"ready"!==this.#i?s[this.#i].text:void 0}#p(){this.#c=null,this.#h&&this.#s.state.error===this.#h&&this.#s.mend(),this.#h=null}}function a({ccpUrl:t}){const s={options:{ccpUrl:t},frame:null,status:"duplicate",answered:!1,loaded:!1,refusedOrigin:null,startedAt:Date.now()}
return{core:{getFacts:()=>s},getLog:()=>({getEntries:()=>[]})}}
import{isAgentData as t,isRecord as s}from"../../conduit/wire.js"
import{AgentEvents as e,EventType as n}from"../../events/event-names.js"
import{AgentBar as o}from"./agent-bar.js"
import{PanelCommands as i}from"./commands.js"
import{contactCard as a}from"./contact-card.js"
import{button as r}from"./controls.js"
import{h as c,Renderer as h}from"./dom.js"
import{icon as m}from"./icons.js"
import{dialer as d,idleView as l}from"./idle-view.js"
import{canDial as u,contactView as f,stateName as p}from"./model.js"
import{newPanelState as w}from"./panel-state.js"
const g=1e3
export class Panel{#t
#s
#e=new h
#n=w()
#o
#i
#a=new Map
#r
#c=0
#h
constructor(t,a,r,c){this.#t=t,this.#s=r,this.#r=c
const h=()=>this.#m()
this.#o=new i(a,this.#n,h),this.#i=new o(this.#o,h),a.conduit.onUpstream(e.UPDATE,t=>this.#d(t)),a.conduit.onUpstream(e.MUTE_TOGGLE,t=>{this.#n.muted=s(t)&&!0===t.muted,this.#s.polite.textContent=this.#n.muted?"Microphone off":"Microphone on",this.#l()}),a.conduit.onUpstream(n.AUTH_FAIL,()=>this.#u("Your session has ended. Signing in again…")),a.conduit.onUpstream(n.AUTHORIZE_RETRIES_EXHAUSTED,()=>this.#u("Your session has ended, and signing in again does not work. Load the page again.")),a.conduit.onUpstream(n.ACCESS_DENIED,()=>this.#u("You may not use this contact control panel. Ask an administrator of the instance.")),this.#m()}#u(t){this.#n.agent=null,this.#n.notice=t,this.#l()}#d(s){t(s)&&(this.#n.agent=s,this.#f(),this.#l())}#p(){const{agent:t,muted:s}=this.#n
return t?.snapshot.contacts.map(t=>f(t,s))??[]}#f(){const t=this.#p()
for(const{id:s,mood:e,channel:n,who:o,queue:i,state:a}of t){if(this.#a.get(s)===e)continue
this.#a.set(s,e)
const t=`${a}: ${n} ${o}${i?`, ${i}`:""}`
"ringing"===e?this.#s.assertive.textContent=t:this.#s.polite.textContent=t}for(const s of[...this.#a.keys()])t.some(t=>t.id===s)||this.#a.delete(s)
0===t.length&&(this.#s.assertive.textContent="")
const{snapshot:s}=this.#n.agent??{}
if(!s)return
const e=p(s.state)
this.#a.get("")!==e&&(this.#s.polite.textContent=`State: ${e}`),this.#a.set("",e)}#l(){this.#c||(this.#c=requestAnimationFrame(()=>this.#m()))}#m(){cancelAnimationFrame(this.#c),this.#c=0
const t=this.#t.contains(document.activeElement)?document.activeElement:null,s=t?.closest("[data-contact-id]")?.dataset.contactId,e=this.#p(),n=this.#w(e),o=this.#n.agent?.snapshot.skew??0,i=Date.now()+o
this.#e.render(this.#t,this.#i.view(this.#n,i),this.#g(),this.#k(e,n,i)),t&&!t.isConnected&&this.#E(s),this.#r(e,n),clearTimeout(this.#h),this.#h=setTimeout(()=>this.#m(),g-i%g)}#w(t){const s=s=>t.find(t=>t.mood===s),e=t.find(({id:t})=>t===this.#n.selectedId)??s("live")??s("ringing")??t[0]
return this.#n.selectedId=e?.id??null,this.#n.selectedId}#k(t,s,e){const{agent:n}=this.#n,o=()=>this.#m(),i=t.map(n=>a(n,{state:this.#n,commands:this.#o,now:e,alone:1===t.length,unfolded:n.id===s,changed:o}))
return c("main",{key:"main",class:"work",tabindex:"-1","aria-label":"Contacts"},i.length>0?c("ul",{key:"contacts",class:"cards","aria-label":"Contacts"},i):l(this.#n,this.#o),n&&u(n)&&d(this.#n,this.#o,o))}#g(){const{failure:t}=this.#n
return t?c("div",{key:"failure",class:"failure",role:"alert"},m("warning"),c("p",{},t.text,t.hint&&c("span",{class:"failure-hint"},` ${t.hint}`)),r({label:"Dismiss",icon:"close",small:!0,tone:"quiet",onPress:()=>{this.#n.failure=null,this.#m()}})):null}#E(t){const s=t&&document.getElementById(`contact-${t}`)?.querySelector("article");(s||this.#t.querySelector("main"))?.focus()}}
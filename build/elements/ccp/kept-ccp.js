import{keptPanels as e}from"./kept-ccps.js"
const t="position: fixed; inset: 0 auto auto 0; inline-size: 1px; block-size: 1px; overflow: hidden; opacity: 0; pointer-events: none;",n="position: fixed; z-index: 1; overflow: hidden;",s=e=>`<connect-ccp ccp-url="${e}">`
export function warnOfNothingKept(e){console.warn(`${s(e)}: keep-alive needs headless, and cannot keep one of two regions. The panel ends with the element.`)}export class KeptCcp{#e
#t
#n
#s
#i
#o
#r
#a
constructor({ccpUrl:t,connect:n,settings:s,followOwner:i}){this.container=document.createElement("div"),this.mute=!1,this.selectedContactId=null,this.isTaken=!0,this.#n=new AbortController,this.#s=new Set,this.#i="unknown",this.#o=null,this.#r=null,this.followOwner=(e,t,{signal:n}={})=>{this.#s.add(t),"unknown"!==this.#i&&t({owner:this.#i,previous:"unknown"}),n?.addEventListener("abort",()=>{this.#s.delete(t),"unknown"!==this.#i&&t({owner:"unknown",previous:this.#i})},{once:!0})},this.#e=t,this.connect=n,this.#t=s,this.container.dataset.connectCcp="kept",this.#c(),document.body.append(this.container),e().set(t,this)
const{signal:o}=this.#n,{core:r,AgentEvents:a,ContactEvents:c}=n,h=r.getEventBus()
i(n,e=>this.#h(e),{signal:o}),h.subscribe(a.MUTE_TOGGLE,e=>{"boolean"==typeof e?.muted&&(this.mute=e.muted)},{signal:o}),h.subscribe(c.VIEW,e=>{this.selectedContactId=e?.contactId||null},{signal:o})
const l=r.onStatusChange(({status:e})=>{"terminated"===e&&this.end()})
o.addEventListener("abort",()=>l.unsubscribe())}get isThere(){return this.container.isConnected}take(e){this.isTaken=!0,e!==this.#t&&console.warn(`${s(this.#e)} has taken over a panel that was loaded with other settings: those are in force.`)}leave(){this.isTaken=!1,this.place(null)}place(e,t=null){e===this.#o&&t===this.#r||(this.#o=e,this.#r=t,this.#a?.abort(),e?this.#l(e,t):this.#c())}end(){e().get(this.#e)===this&&e().delete(this.#e),this.#a?.abort(),this.#n.abort(),this.container.remove()}#h(e){this.#i=e.owner
for(const t of[...this.#s])t(e)}#c(){this.container.style.cssText=t,this.container.inert=!0,this.container.ariaHidden="true"}#l(e,t){const{container:s}=this,{signal:i}=this.#a=new AbortController,{host:o}=e.getRootNode()
s.style.cssText=n,s.inert=!1,s.ariaHidden=null
const r=()=>{if(i.aborted)return
const{left:n,top:a,width:c,bottom:h}=e.getBoundingClientRect(),l=t?.getBoundingClientRect().bottom??a,{borderRadius:d}=getComputedStyle(o),p=`${Math.max(0,h-l)}px`
Object.assign(s.style,{left:`${n}px`,top:`${l}px`,width:`${c}px`,height:p,borderRadius:d}),requestAnimationFrame(r)}
r()}}
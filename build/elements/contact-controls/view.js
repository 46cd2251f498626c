import{html as t,nothing as e}from"lit"
import{guard as s}from"lit/directives/guard.js"
import{repeat as o}from"lit/directives/repeat.js"
import{isFinished as n,isVoice as r}from"../host/contact.js"
import{errorWords as c}from"../words/error-words.js"
import{icon as i}from"../looks/icons.js"
import{siblingStyles as a}from"../looks/sibling-styles.js"
import{contactControlsStyles as l}from"./styles.js"
import{Announcer as h}from"./announcer.js"
import{renderAttributes as d,renderHead as p,renderParties as m,stateClass as u}from"./contact-item.js"
import{hasWorkspace as w,whoOf as f}from"./contact-words.js"
import{kindOf as $}from"../looks/kind-icons.js"
import{controlStyles as g}from"./control-styles.js"
import{renderControls as v}from"./controls.js"
import{DeviceCall as x}from"./device-call.js"
import{FocusKeeper as b}from"./focus-keeper.js"
import{NumberEntry as j}from"./number-entry.js"
import{renderOutcome as y}from"./outcomes.js"
import{Panel as k}from"./panel.js"
import{panelStyles as I}from"./panel-styles.js"
import{Reporter as q}from"./reporter.js"
import{Selection as C}from"./selection.js"
import{Times as P}from"./times.js"
import{Workspace as E}from"./workspace.js"
import{enContactControls as B}from"./en.js"
import{enShared as W}from"../words/en-shared.js"
import{ConnectDialRequestEvent as D,ConnectSelectContactRequestEvent as O,ConnectSetDeviceRequestEvent as R}from"../verbs/requests.js"
import{VERBS as S}from"../verbs/index.js"
export const styles=[a,l,g,I]
export class ContactControlsView{#t
#e
#s
#o
#n
#r=new C
#c=new E
#i
#a
#l
#h
#d=null
#p=0
constructor(t){const{element:e,ccp:s}=this.#t=t
this.#e=e,this.#s=s,this.#o=t.localize(t=>({...W,contactControls:B(t)})),this.#n=new h(e),this.#i={terms:this.#o.terms.contactControls,errorWords:t=>c(t,this.#o.terms),country:"",connect:null,update:()=>this.#m(),announce:t=>this.#n.say(t),focus:t=>{this.#u(t)}},this.#a=new j(this.#i,"dial",t=>this.#s.request(new D({endpoint:t}))),this.#l=new q({element:e,announcer:this.#n,context:this.#i,onCommand:({contactId:t,operation:e,phase:s})=>{t===this.#r.contactId&&this.#d?.settle(e,s)}}),this.#h=new x({element:e,context:this.#i,hostErrors:()=>this.#o.terms.hostErrors,ownWords:()=>this.#o.terms.devices,request:async(t,e)=>{const s=new R({device:t,deviceId:e})
return this.#s.request(s)?this.#s.host?.perform(s)??null:null}}),new b(e),new P(e,t=>this.#o.formats.duration(t)),this.#s.watch(({contacts:t})=>t),this.#s.watch(({agent:t})=>t?.permissions),this.#s.watch(({selectedContactId:t})=>t),this.#s.watch(({status:t})=>t),this.#s.onHost=t=>{this.#d=null,this.#r.clear(),this.#l.follow(t),this.#h.follow(t)},this.#l.follow(s.host,t.missed),this.#h.follow(s.host)}willUpdate(){const{contacts:t}=this.#s.state
this.#i.terms=this.#o.terms.contactControls,this.#i.country=this.#e.country,this.#i.connect=this.#s.host?.connect??null,this.#l.compare(t)
const e=this.#r.update(this.#s.state)
e&&this.#d?.fits(e)||(this.#d=null),this.#c.select(e&&w(e)?e.contactId:null,this.#i.connect)
const s=t.some(({ringing:t})=>t)
this.#t.setCustomStates(this.#w?0===t.length?"idle":s?"ringing":"busy":"unbound",this.#s.state.mute&&"muted",null!==this.#d&&"panel-open",...e?this.#f(e,"selected"):[])}render(){const{contacts:n,status:r}=this.#s.state,c="ready"===r,a=n.length>1
return t` ${this.#n.render()} ${this.#w&&!c&&n.length>0?t`<p class="notice" part="notice">${i("warning")}${this.#o.terms.status[r].heading}</p>`:e} ${0===n.length?this.#$():t`<ul class="contacts ${a?"many":""}" part="contacts" aria-label=${this.#i.terms.contacts} @keydown=${this.#g} > ${o(n,({contactId:t})=>t,t=>{const e=t.contactId===this.#r.contactId,o=this.#l.outcome(t)
return s([t,e,a,c,o,this.#i.terms,e&&this.#p],()=>this.#t.renderContact(t,{selected:e,many:a,enabled:c}))})} </ul>`} ${this.#v()} ${this.#h.render()} `}renderContact(s,{selected:o,many:n,enabled:r}){const{terms:c}=this.#i,{contactId:i}=s,a=o?this.#d:null,l=n?()=>this.#x(i):void 0,h=o||s.ringing
return t` <li class="contact ${u(s,c)}" part="contact ${this.#f(s,"contact").join(" ")} ${o?"contact-selected":""}" data-contact=${i} tabindex="-1" aria-label=${f(s,c)} aria-current=${o?"true":e} > ${p(s,c,l,o)} ${o?t`${d(s,c)} <slot name="details"></slot> ${m(s,c,r,({request:t},e)=>this.#s.request(t({contactId:i,connectionId:e})))}`:e} ${h?t`<div class="controls" part="controls" role="group" aria-label=${c.controls}> ${v({contact:s,open:a?.verb??null,enabled:r,terms:c,use:t=>this.#b(s,t)})} ${o?t`<slot name="actions"></slot>`:e} </div>`:e} ${a?t`<div class="panel" part="panel">${a.render(s)}</div>`:e} ${y(this.#l.outcome(s),this.#i)} ${o&&w(s)?this.#j(s):e} </li> `}get#w(){return null!==this.#s.host}#j(s){const{host:o}=this.#s,r=o?.headless&&o.showPanel&&!n(s)
return t` <slot name="workspace" @slotchange=${this.#c.slotted}> ${r?t`<button class="small" part="show-panel" type="button" @click=${()=>{this.#y(s)}}> ${i("panel")}${this.#i.terms.showPanel} </button>`:e} </slot> `}#$(){const{terms:e}=this.#i,{status:s}=this.#s.state,[o,n]=this.#w?"ready"===s?[e.idle,e.idleText]:[this.#o.terms.status[s].heading,this.#o.terms.status[s].text]:[e.unbound,e.unboundText]
return t` <div class="rest" part="idle" data-rest tabindex="-1"><slot name="idle" ><span class="badge" part="badge">${i("phone")}</span><strong part="title">${o}</strong ><span class="quiet" part="text">${n}</span></slot ></div> `}#v(){const{contacts:s,agent:o,status:n}=this.#s.state
if(!o?.permissions.includes("outboundCall")||s.some(r))return e
const{terms:c}=this.#i,i=this.#l.outcome(null)
return t` <div class="dial" part="dial"> ${this.#a.render({label:c.numberToCall,action:c.commands.dial[0],named:!0,icon:"phone",disabled:"ready"!==n||"pending"===i?.phase})} ${y(i,this.#i)} </div> `}#b(t,e){const{contactId:s}=t,o=S[e]
if(o.opens)return this.#d?.verb===e?this.#k():(this.#d=new k(this.#i,t,e,o,{request:t=>this.#s.request(t),close:()=>this.#k()}),this.#m(),this.#u(this.#d.first))
this.#s.request(o.request({contactId:s}))&&"accept"===e&&this.#x(s)}#x(t){t!==this.#r.contactId&&this.#s.request(new O({contactId:t}))&&(this.#r.select(t),this.#e.requestUpdate())}#k(){const t=this.#d?.verb
this.#d=null,this.#m(),t&&this.#u(`[aria-current] [data-verb="${t}"]`)}#g=t=>{const{key:e,repeat:s,target:o}=t
s&&"Enter"===e&&o.matches(".control")&&t.preventDefault(),"Escape"===e&&this.#d&&(t.stopPropagation(),this.#k())}
async#y({contactId:t}){const{host:e}=this.#s
await(e?.showPanel?.(t))
const{activeElement:s}=(e??this.#e).getRootNode()
s&&s!==e&&s!==document.body||this.#e.renderRoot.querySelector("[aria-current], [data-rest]")?.focus()}#m(){this.#p++,this.#e.requestUpdate()}#u(t){this.#e.updateComplete.then(()=>this.#e.renderRoot.querySelector(t)?.focus())}#f(t,e){return`${$(t).replace("_","-")} ${u(t,this.#i.terms)}`.split(" ").map(t=>`${e}-${t}`)}}export const makeView=t=>new ContactControlsView(t)

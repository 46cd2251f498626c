import{html as t,nothing as e}from"lit"
import{guard as s}from"lit/directives/guard.js"
import{repeat as o}from"lit/directives/repeat.js"
import{isFinished as n,isVoice as r}from"../verbs/contact-verbs.js"
import{errorWords as c}from"../words/error-words.js"
import{icon as i}from"../looks/icons.js"
import{commands as a}from"../commands/late-commands.js"
import{siblingStyles as l}from"../looks/sibling-styles.js"
import{contactControlsStyles as h}from"./styles.js"
import{Announcer as d}from"./announcer.js"
import{renderAttributes as p,renderHead as m,renderParties as u,stateClass as w}from"./contact-item.js"
import{hasWorkspace as f,kindOf as $,whoOf as b}from"./contact-words.js"
import{controlStyles as g}from"./control-styles.js"
import{opensPanel as v,renderControls as x}from"./controls.js"
import{DeviceCall as j}from"./device-call.js"
import{FocusKeeper as y}from"./focus-keeper.js"
import{NumberEntry as I}from"./number-entry.js"
import{renderOutcome as k}from"./outcomes.js"
import{Panel as q}from"./panel.js"
import{panelStyles as C}from"./panel-styles.js"
import{problemOf as P}from"./phone-number.js"
import{Reporter as W}from"./reporter.js"
import{closesLayer as B}from"../base/closes-layer.js"
import{requestFor as E}from"./request-for.js"
import{Selection as D}from"./selection.js"
import{Times as O}from"./times.js"
import{Workspace as R}from"./workspace.js"
import{enContactControls as S}from"./en.js"
import{enShared as T}from"../words/en-shared.js"
import{ConnectDialRequestEvent as U,ConnectSelectContactRequestEvent as V,ConnectSetDeviceRequestEvent as z}from"../host/requests.js"
export const styles=[l,h,g,C]
export class ContactControlsView{#t
#e
#s
#o
#n
#r=new D
#c=new R
#i
#a
#l
#h
#d=null
#p=0
constructor(t){a.load().catch(()=>{})
const{element:e,ccp:s}=this.#t=t
this.#e=e,this.#s=s,this.#o=t.localize(t=>({...T,contactControls:S(t)})),this.#n=new d(e),this.#i={terms:this.#o.terms.contactControls,errorWords:t=>this.#m(t)??c(t,this.#o.terms),country:"",connect:null,update:()=>this.#u(),announce:t=>this.#n.say(t),focus:t=>{this.#w(t)}},this.#a=new I(this.#i,"dial",t=>this.#s.request(new U({endpoint:t}))),this.#l=new W({element:e,announcer:this.#n,context:this.#i,onCommand:({contactId:t,operation:e,phase:s})=>{t===this.#r.contactId&&this.#d?.settle(e,s)}}),this.#h=new j({element:e,context:this.#i,hostErrors:()=>this.#o.terms.hostErrors,ownWords:()=>this.#o.terms.devices,request:async(t,e)=>{const s=new z({device:t,deviceId:e})
return this.#s.request(s)?this.#s.host?.perform(s)??null:null}}),new y(e),new O(e,t=>this.#o.formats.duration(t)),this.#s.watch(({contacts:t})=>t),this.#s.watch(({agent:t})=>t?.permissions),this.#s.watch(({selectedContactId:t})=>t),this.#s.watch(({status:t})=>t),this.#s.onHost=t=>{this.#d=null,this.#r.clear(),this.#l.follow(t),this.#h.follow(t)},this.#l.follow(s.host,t.missed),this.#h.follow(s.host)}willUpdate(){const{contacts:t}=this.#s.state
this.#i.terms=this.#o.terms.contactControls,this.#i.country=this.#e.country,this.#i.connect=this.#s.host?.connect??null,this.#l.compare(t)
const e=this.#r.update(this.#s.state)
e&&this.#d?.fits(e)||(this.#d=null),this.#c.select(e&&f(e)?e.contactId:null,this.#i.connect)
const s=t.some(({ringing:t})=>t)
this.#t.setCustomStates(this.#f?0===t.length?"idle":s?"ringing":"busy":"unbound",this.#s.state.mute&&"muted",null!==this.#d&&"panel-open",...e?this.#$(e,"selected"):[])}render(){const{contacts:n,status:r}=this.#s.state,c="ready"===r,a=n.length>1
return t` ${this.#n.render()} ${this.#f&&!c&&n.length>0?t`<p class="notice" part="notice">${i("warning")}${this.#o.terms.status[r].heading}</p>`:e} ${0===n.length?this.#b():t`<ul class="contacts ${a?"many":""}" part="contacts" aria-label=${this.#i.terms.contacts} @keydown=${this.#g} > ${o(n,({contactId:t})=>t,t=>{const e=t.contactId===this.#r.contactId,o=this.#l.outcome(t)
return s([t,e,a,c,o,this.#i.terms,e&&this.#p],()=>this.#t.renderContact(t,{selected:e,many:a,enabled:c}))})} </ul>`} ${this.#v()} ${this.#h.render()} `}renderContact(s,{selected:o,many:n,enabled:r}){const{terms:c}=this.#i,{contactId:i}=s,a=o?this.#d:null,l=n?()=>this.#x(i):void 0,h=o||s.ringing
return t` <li class="contact ${w(s,c)}" part="contact ${this.#$(s,"contact").join(" ")} ${o?"contact-selected":""}" data-contact=${i} tabindex="-1" aria-label=${b(s,c)} aria-current=${o?"true":e} > ${m(s,c,l,o)} ${o?t`${p(s,c)} <slot name="details"></slot> ${u(s,c,r,(t,e)=>this.#s.request(E(t,{contactId:i,connectionId:e})))}`:e} ${h?t`<div class="controls" part="controls" role="group" aria-label=${c.controls}> ${x({contact:s,open:a?.verb??null,enabled:r,terms:c,use:t=>this.#j(s,t)})} ${o?t`<slot name="actions"></slot>`:e} </div>`:e} ${a?t`<div class="panel" part="panel">${a.render(s)}</div>`:e} ${k(this.#l.outcome(s),this.#i)} ${o&&f(s)?this.#y(s):e} </li> `}#m(t){const{problems:e}=this.#i.terms,s=P(t)
return s&&e[s]}get#f(){return null!==this.#s.host}#y(s){const{host:o}=this.#s,r=o?.headless&&o.showPanel&&!n(s)
return t` <slot name="workspace" @slotchange=${this.#c.slotted}> ${r?t`<button class="small" part="show-panel" type="button" @click=${()=>{this.#I(s)}}> ${i("panel")}${this.#i.terms.showPanel} </button>`:e} </slot> `}#b(){const{terms:e}=this.#i,{status:s}=this.#s.state,[o,n]=this.#f?"ready"===s?[e.idle,e.idleText]:[this.#o.terms.status[s].heading,this.#o.terms.status[s].text]:[e.unbound,e.unboundText]
return t` <div class="rest" part="idle" data-rest tabindex="-1"><slot name="idle" ><span class="badge" part="badge">${i("phone")}</span><strong part="title">${o}</strong ><span class="quiet" part="text">${n}</span></slot ></div> `}#v(){const{contacts:s,agent:o,status:n}=this.#s.state
if(!o?.permissions.includes("outboundCall")||s.some(r))return e
const{terms:c}=this.#i,i=this.#l.outcome(null)
return t` <div class="dial" part="dial"> ${this.#a.render({label:c.numberToCall,action:c.commands.dial[0],named:!0,icon:"phone",disabled:"ready"!==n||"pending"===i?.phase})} ${k(i,this.#i)} </div> `}#j(t,e){const{contactId:s}=t
if(v(e))return this.#d?.verb===e?this.#k():(this.#d=new q(this.#i,t,e,{request:t=>this.#s.request(t),close:()=>this.#k()}),this.#u(),this.#w(this.#d.first))
this.#s.request(E(e,{contactId:s}))&&"accept"===e&&this.#x(s)}#x(t){t!==this.#r.contactId&&this.#s.request(new V({contactId:t}))&&(this.#r.select(t),this.#e.requestUpdate())}#k(){const t=this.#d?.verb
this.#d=null,this.#u(),t&&this.#w(`[aria-current] [data-verb="${t}"]`)}#g=t=>{const{key:e,repeat:s,target:o}=t
s&&"Enter"===e&&o.matches(".control")&&t.preventDefault(),this.#d&&B(t)&&this.#k()}
async#I({contactId:t}){const{host:e}=this.#s
await(e?.showPanel?.(t))
const{activeElement:s}=(e??this.#e).getRootNode()
s&&s!==e&&s!==document.body||this.#e.renderRoot.querySelector("[aria-current], [data-rest]")?.focus()}#u(){this.#p++,this.#e.requestUpdate()}#w(t){this.#e.updateComplete.then(()=>this.#e.renderRoot.querySelector(t)?.focus())}#$(t,e){return`${$(t).replace("_","-")} ${w(t,this.#i.terms)}`.split(" ").map(t=>`${e}-${t}`)}}export const makeView=t=>new ContactControlsView(t)

import"../page/lit-marks.js"
import{html as t,nothing as e}from"lit"
import{connect as s,createConnect as i,logout as n,watchAudioOwner as r}from"../../src/index.js"
import{AudioWatch as o}from"./audio-watch.js"
import{isInside as h}from"../host/binding.js"
import{CommandRunner as a}from"../commands/runner.js"
import{commandFor as l,needsNoAgent as d,verbsOf as c}from"../verbs/index.js"
import{PlainButtons as u}from"../verbs/plain-buttons.js"
import{DoctorCall as p}from"./doctor-call.js"
import{HostElement as g}from"../host/host-element.js"
import{addHost as m,announceHosts as w,claimDefaultRuntime as f,hostChanged as b,isDuplicate as y,removeHost as k}from"../host/registry.js"
import{SIGN_IN_STATUSES as C}from"../host/state.js"
import{PanelKeeper as v}from"./panel-keeper.js"
import{PanelVisits as S}from"./panel-visits.js"
import{COORDINATOR_TAG as O}from"../host/region-lead.js"
import{initOptions as j}from"./init-options.js"
import{statusBox as U}from"./status-box.js"
import{ccpStyles as R}from"./styles.js"
import{enCcp as T}from"./en.js"
const x=["ready","loading","stale","expired","storage-access-needed"],A=["ccpUrl","instanceUrl","region","instanceArn","loginUrl","loginMode","loginAutoClose","withoutSoftphone","withoutRingtone","ringtoneUrl","ringer","loadTimeout","ackTimeout","synTimeout","options","managed"]
export class ConnectCcpElement extends g{static{this.tagName="connect-ccp"}static{this.styles=[g.styles,R]}static{this.properties={ccpUrl:{attribute:"ccp-url"},instanceUrl:{attribute:"instance-url"},region:{},instanceArn:{attribute:"instance-arn"},loginUrl:{attribute:"login-url"},loginMode:{attribute:"login-mode"},loginAutoClose:{attribute:"login-auto-close",type:Boolean},withoutSoftphone:{attribute:"without-softphone",type:Boolean},withoutRingtone:{attribute:"without-ringtone",type:Boolean},ringtoneUrl:{attribute:"ringtone-url"},ringer:{type:Boolean},ringerUrl:{attribute:"ringer-url"},ringerVolume:{attribute:"ringer-volume",type:Number},ringerDevice:{attribute:"ringer-device"},ringerChannels:{attribute:!1},headless:{type:Boolean,reflect:!0},keepAlive:{attribute:"keep-alive",type:Boolean},managed:{type:Boolean},loadTimeout:{attribute:"load-timeout",type:Number},ackTimeout:{attribute:"ack-timeout",type:Number},synTimeout:{attribute:"syn-timeout",type:Number},options:{attribute:!1}}}#t=this.localize(T)
#e=new a(this,{commandFor:l,needsNoAgent:d},()=>({connect:this.connect,store:this.store,terms:this.#t.terms.commands,login:()=>this.login(),logout:()=>this.logout(),ringOn:t=>(this.ringer&&(this.ringerDevice=t),this.ringer)}))
#s=new p(this,this.store,()=>this.#t.terms)
#i=new S(this.store,()=>this.#n())
#r=new v(this,()=>null!==this.#o)
#h=""
#a=!1
#l
#d=!1
#c=!1
#u=!1
#o=null
#p=""
#g=null
constructor(){super(),this.addController(new u(this)),this.ccpUrl="",this.loginAutoClose=this.withoutSoftphone=this.withoutRingtone=this.ringer=!1,this.headless=this.keepAlive=this.managed=!1,new o({store:this.store,connect:()=>this.connect,takesCalls:()=>this.options?.softphone?.allowFramedSoftphone??!this.withoutSoftphone,words:()=>this.#t.terms.hostErrors,followOwner:(...t)=>(this.#r.panel?.followOwner??r)(...t),ownerChanged:({owner:t,previous:e})=>{this.setCustomState(`audio-${t}`,`audio-${e}`),this.#h=t,this.requestUpdate()}})}get connect(){return this.#r.panel?this.#r.panel.connect:this.#d?s:this.#l??=i()}get isCandidate(){return!this.#o&&!this.#m&&!y(this)}login(){this.#o?this.#o.login():this.#u?this.connect.core.login():this.#w()}logout(){return this.#o?.logout()??n(this.connect)}retry(){if(!this.#u)return this.#w()
this.connect.core.retry(),this.store.setStatus(this.connect.core.getStatus())}diagnose(){return this.#s.examine()}async showPanel(t){this.selectContact(t)
const e=this.#i.during(t)
await this.updateComplete,this.connect.core.getFrame()?.focus(),await e,await this.updateComplete}perform(t){return this.#e.perform(t)}terminate(){this.connect.core.terminate()}manage(t){const e=t!==this.#o
this.#o=t,this.#f(),e&&this.hasUpdated&&(t&&this.#u&&this.#p===JSON.stringify(t.optionsFor(this))||(this.#b(),this.#w()))}connectedCallback(){super.connectedCallback(),this.#r.forget(),m(this),this.#d=!this.#l&&!this.#m&&"idle"===s.core.getStatus()&&f(this),(this.hasUpdated||this.#r.waiting)&&this.#w(),this.#c=!this.hasUpdated&&this.#u}connectedMoveCallback(){this.#t.hostConnected(),w()}disconnectedCallback(){super.disconnectedCallback(),this.#u&&this.#r.leave()?this.#y():this.#b(),this.manage(null),k(this),this.#d=!1}hostsChanged(){"duplicate"!==this.status||y(this)||this.#w()}updated(t){const e=this.#u&&this.connect.core.getFrame()
e&&!this.options?.iframeTitle&&(e.title=this.#t.terms.frameTitle),this.ringer&&!this.#a&&this.#k()
const s=this.#c
this.#c=!1,this.#C(),this.isConnected&&A.some(e=>t.has(e))&&(s||(this.#b(),this.#m&&(this.#d=!1),this.#w()),(t.has("ccpUrl")||this.#o)&&b(this))}render(){const{status:s}=this,i=this.#v
return t` <div class="frame" part="frame" ?inert=${!i||this.headless&&!this.#i.isShown}></div> ${i&&"loading"===s?e:this.#S(s,i)} `}get#v(){return!this.#O&&x.includes(this.status)&&this.#u&&this.connect.core.hasAnswered()}#S(t,s){const{error:i}=this.state
return this.#O||"ready"===t&&i===this.#g?e:U({status:t,error:i,isBanner:s,isWaiting:"idle"===t&&this.#m,terms:this.#t.terms,report:this.#s.view,act:()=>C.includes(t)?this.login():this.retry(),dismiss:()=>this.#j()})}#j(){this.#g=this.state.error,this.requestUpdate()}verbsOf(t){return c(t)}stateChanged(t){const{status:e}=this
this.#f(),e===t||"duplicate"!==e&&"duplicate"!==t||w()}#k(){this.#a=!0,import("../ringer/ringer.js").then(({Ringer:t})=>new t(this,{store:this.store,mayRing:()=>!this.#O&&"elsewhere"!==this.#h,words:()=>this.#t.terms.hostErrors}),()=>this.#a=this.ringer=!1)}#n(){const[t,e]=this.#i.isShown?["panel-shown","panel-hidden"]:["panel-hidden","panel-shown"]
this.setCustomState(t,e),this.requestUpdate()}get#m(){return this.managed||h(this,O)}get#O(){return null!==this.#o&&!this.#o.isActive(this)&&"storage-access-needed"!==this.status}#f(){const[t,e]=this.#O?["standby","serving"]:["serving","standby"]
this.setCustomState(t,e),this.requestUpdate()}#w(){if(this.#u||!this.isConnected||this.#m&&!this.#o)return
if(!this.ccpUrl)return void this.store.fail({code:"no-ccp-url",message:this.#t.terms.status.idle.text})
const{waiting:t}=this.#r
y(this)||t?.isTaken?this.store.setStatus("duplicate"):t?this.#U(t):this.#r.isReady(()=>this.#w())&&this.#R()}#R(){const{connect:t}=this,e=this.#T()
this.#u=!0,this.#o?.begins(),this.store.follow(t,this.region??null,()=>this.#x()),this.#r.hold(t,e)
const{panel:s}=this.#r
try{t.core.initCCP(s?.container??this.renderRoot.querySelector(".frame"),e)}catch(t){s?.end(),this.#r.forget(),this.#u=!1,this.store.unfollow(),this.store.fail({code:"bad-option",message:t instanceof Error?t.message:String(t)})}}#U(t){const{connect:e}=t
this.#u=!0,this.#r.take(t,this.#T()),e===s?this.#d=f(this):this.#l=e,this.store.follow(e,this.region??null,()=>this.#x()),this.store.resume(e,t)}#b(){this.#u&&(this.store.unfollow(),this.connect.core.stopCCP(),this.#r.forget()),this.#y()}#y(){this.#r.panel&&(this.#l=void 0),this.#u=!1,this.store.unfollow(),this.store.reset("idle")}#x(){this.#r.forget(),this.#u=!1,this.store.unfollow(),this.store.reset("terminated")}#C(){if(!this.#u)return
const t=this.#v&&(!this.headless||this.#i.isShown),[e,s]=[".frame",".banner"].map(t=>this.renderRoot.querySelector(t))
this.#r.panel?.place(t?e:null,s)}#T(){const t=this.#o?.optionsFor(this)
return this.#p=JSON.stringify(t),j(this,{iframeTitle:this.#t.terms.frameTitle,...t})}}
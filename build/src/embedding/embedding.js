import{createFrameConduit as e,FramePeer as s}from"../conduit/frame-conduit.js"
import{Keepalive as i}from"../conduit/keepalive.js"
import{API_EVENTS as t,RequestClient as n}from"../conduit/request-client.js"
import{ScopedTimer as r}from"../conduit/scoped-timer.js"
import{isRecord as a,sendable as o}from"../conduit/wire.js"
import{CommandErrorType as d}from"../errors/command-error.js"
import{AgentEvents as h,CcpEvents as c,DisasterRecoveryEvents as g,LinkEventType as l,StorageAccessEvents as p}from"../events/event-names.js"
import{ACK_TIMEOUT as m,LOAD_TIMEOUT as u,SYN_TIMEOUT as f}from"../sign-in/defaults.js"
import{createCcpFrame as w}from"./frame.js"
import{configureData as I}from"./greeting.js"
import{SignIn as E}from"../sign-in/sign-in.js"
import{storageRequest as A}from"../sign-in/storage-access.js"
import{onWake as T}from"./wake.js"
const k=5,R=/^(init|ack_timeout|iframe_retries_exhausted|ccp::.*|agent::(init|refresh|(not_)?routable|offline|error|state_change|acw|(enqueu|clear)ed_next_state)|contact::(init|refresh|destroyed|incoming|pending|connecting|connected|missed|acw|ended|error)(::.*)?)$/
export class Embedding{#e
#s
#i
#t
#n
#r
#a
#o
#d
#h
#c
#g
#l
#p
#m
#u
constructor(a){this.startedAt=Date.now(),this.#s=new AbortController,this.#o=!1,this.#h=!1,this.#c=1/0,this.#g=!1,this.#l=!1,this.#p=!1,this.#m=!1,this.#u=null,this.#e=a
const{signal:o}=this.#s,{options:d,bus:h,onError:g}=a,{ccpUrl:p}=d
this.#i=new s(d,document.baseURI),this.#a=A(d,document.baseURI),this.conduit=e({window:window,peer:this.#i,name:p,signal:o,onError:g}),this.api=new n(this.conduit,t),this.#r=new r(o),this.#t=new E({...a,window:window,signal:o,replaceFrame:e=>{this.#f(),h.trigger(c.RETRY,Object.freeze(e))},hasLiveVoice:()=>!this.#g&&a.hasLiveVoice(),isLoading:()=>Date.now()<=this.#c,retriesExhausted:()=>h.trigger(l.IFRAME_RETRIES_EXHAUSTED)}),this.conduit.onAllUpstream((e,s)=>this.#w(s,e)),this.#n=new i({conduit:this.conduit,synTimeout:d.ccpSynTimeout||f,ackTimeout:d.ccpAckTimeout||m,signal:o,onSilence:()=>this.#I(),onWake:()=>{this.#m=!0,this.#t.fellSilent()}}),T(window,o,()=>this.#n.check()),this.#E(a.takesPlaceOf)}get frame(){return this.#i.frame}get options(){return this.#e.options}get signal(){return this.#s.signal}get status(){return this.#u??this.#t.status}get answered(){return this.#t.answered||"storage-access-needed"===this.status}get loaded(){return this.#c<1/0}get initialized(){return this.#l}get portId(){return this.#d}get origin(){return this.#i.origin}get refusedOrigin(){return this.#i.refusedOrigin}login(){this.#u||this.#t.login()}retry(){this.#u||this.#t.retry()}stop(e="terminated"){if(this.#u)return
const s=this.status
this.#u=e,this.api.rejectAll(d.TERMINATED,"the page has ended the CCP","Embed it again first."),this.#s.abort(),this.#e.statusChanged(e,s)}#w(e,s){const{bus:i}=this.#e
switch(e){case l.ACKNOWLEDGE:return i.trigger(e,s),this.#A(s)
case h.UPDATE:if(!this.#e.acceptAgentData(s)||this.#u)return
this.#m||this.#t.dataArrived()
break
case l.REQUEST_CONFIGURE:this.#T()
break
case l.TERMINATED:this.#e.forgetAgent(),this.#t.sessionEnded("signed-out")
break
case l.AUTH_FAIL:this.#t.sessionEnded("expired")
break
case l.AUTHORIZE_SUCCESS:this.#t.sessionRenewed()
break
case l.ACCESS_DENIED:this.#t.told("denied")
break
case p.INIT:case p.DENIED:case p.GRANTED:this.#k(e===p.GRANTED||a(s)&&!0===s.hasAccess)
break
default:if(R.test(e))return}this.#u||(i.trigger(e,s),this.#e.received(e,s))}#A(e){if(this.#u)return
const s=a(e)&&"string"==typeof e.id?e.id:void 0,i=void 0!==s&&s!==this.#d||!this.#h
this.#h=!0,this.#p=this.#m=this.#g=!1,this.#d=s??this.#d,this.#r.stop(),i&&this.#R(),this.#t.acknowledged(i)}#R(){this.#T(),this.#S(),this.conduit.sendUpstream(l.OUTER_CONTEXT_INFO,this.#e.outerContext),this.#n.start(),this.#l||(this.#l=!0,this.#e.bus.trigger(l.INIT))}#T(){const e=I(this.#e.options)
e&&this.conduit.sendUpstream(l.CONFIGURE,{...e,...this.#e.configure?.()})}#S(){const{options:e}=this.#e
if(!e.disasterRecoveryOn)return
const s="function"==typeof e.isPrimary?e.isPrimary():e.isPrimary
this.conduit.sendUpstream(g.INIT_DISASTER_RECOVERY,o({...e,isPrimary:s}))}#I(){this.answered&&(this.#p?this.#m&&navigator.onLine&&this.#e.isIdle()&&(this.#m=!1,this.#f()):(this.#p=!0,this.#t.fellSilent(),this.#e.bus.trigger(l.ACK_TIMEOUT)))}#k(e){this.#o&&(this.#o=!e,e&&(this.#c=1/0,this.#C()),this.#t.told(e?"storage-granted":"storage-access-needed"))}get#y(){return this.#e.options.ccpLoadTimeout||u}#C(){this.#r.start(this.#y,()=>{this.answered||this.#c===1/0||(this.#e.bus.trigger(l.ACK_TIMEOUT),this.#t.loadTimedOut())})}#E(e){const{container:s,options:i}=this.#e,t=this.#a?.url??i.ccpUrl,n=w(document,{src:t,title:i.iframeTitle,style:i.style})
this.#i.frame=n,this.#h=this.#g=!1,this.#c=1/0,this.#o=null!==this.#a,n.addEventListener("load",()=>this.#b(n),{signal:this.#s.signal}),e?.parentNode===s?e.replaceWith(n):(e?.remove(),s.appendChild(n)),this.#C()}#b(e){if(e!==this.frame)return
const s=!this.#h&&!this.#r.running
this.#g=this.#c!==1/0,this.#c=Date.now()+this.#y/(s?1:5),this.#o&&this.#a?.send(e),s&&this.#C()}#f(){this.api.rejectAll(d.FRAME_REPLACED,"the CCP's frame was loaded anew","Send it again when the CCP is ready."),this.#E(this.frame)}}
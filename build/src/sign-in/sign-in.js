import{ScopedTimer as t}from"../conduit/scoped-timer.js"
import{ACK_TIMEOUT as s,LOAD_TIMEOUT as e}from"./defaults.js"
import{loginModeOf as i}from"./sign-in-options.js"
import{LoginPopup as n}from"./popup.js"
import{counts as a,SIGN_IN_RULES as o}from"./sign-in-rules.js"
const h=10,d=1e4,r=6e4,p=2,u=["signed-out","expired","stale","denied"]
export class SignIn{#t
#s
#e
#i
#n="loading"
#a="signed-out"
#o=0
#h=0
#d=!1
#r=!1
#p=!1
#u=!0
constructor(s){const{window:e,options:a,signal:o}=s
this.#t=s,this.#s=i(a),this.#i=new t(o),this.#e=new n(e,o,t=>this.#m(t))}get status(){return this.#n}get answered(){return this.#d}acknowledged(t){t?this.#l():this.#p||this.#m("pulse")}dataArrived(){this.#r=!0,this.#d&&!this.#p&&"ready"!==this.#n&&this.#m("data")}fellSilent(){this.#d&&this.#m("silent")}loadTimedOut(){this.#d||this.#m("unanswered")}sessionEnded(t){this.#p||(this.#p=!0,this.#r=!1,this.#u=!this.#t.options.loginOptions?.disableAuthPopupAfterLogout,this.#m(t))}sessionRenewed(){this.#p&&this.#l()}told(t){this.#m(t)}login(){this.#m("login")}retry(){this.#d=!1,this.#a="signed-out",this.#m("retry")}#l(){this.#d=!0,this.#p=this.#u=!1,this.#m("answered")}#m(t){const{options:s,signal:e}=this.#t,i=o[t],[n,,...h]=i
if(!e.aborted&&a(i,this.#n)){"panel"===n?this.#c(this.#r?"ready":"loading"):n&&this.#c("rest"===n?this.#a:n),"ready"!==this.#n&&"pulse"!==t||this.#e.finish(s.loginPopupAutoClose||s.loginOptions?.autoClose)
for(const t of h)e.aborted||this.#y[t]()}}#y={ask:()=>{"auto"===this.#s&&this.#u?this.#y.open():"manual"!==this.#s&&this.#g()},pause:()=>{this.#i.stop()
const t=this.#t.options.ccpAckTimeout||s
this.#u&&"manual"!==this.#s&&this.#i.start(t,this.#y.ask)},open:()=>{const{ccpUrl:t,loginUrl:s,loginOptions:e}=this.#t.options
this.#e.open(s??t,e,!this.#u),this.#u=!1,this.#g()},reload:()=>{this.#f(),this.#w(),this.#O()},stop:()=>this.#i.stop()}
#g(){this.#i.running||(this.#f(),this.#O())}#f(){const{ccpLoadTimeout:t,disasterRecoveryOn:s,retry:i}=this.#t.options
this.#o=0,this.#h=i?.interval||t||(s?d:e)}#O(){this.#i.start(this.#h,()=>this.#F())}#F(){const{limit:t=h,backoff:s=1,maxInterval:e=r}=this.#t.options.retry??{},i=this.#o-t
if(this.#x||this.#t.isLoading())return this.#O()
if(0===i&&this.#t.retriesExhausted(),i>=0&&!this.#e.mayBeOpen)return
const n=i>=0||this.#e.isCutOff?Math.max(2,s):s
this.#o++,this.#h=Math.max(this.#h,Math.min(this.#h*n,e)),this.#w(),this.#O()}get#x(){return this.#d&&this.#t.hasLiveVoice()}#w(){this.#x||(this.#d=this.#r=!1,this.#t.replaceFrame({attempt:this.#o,delay:this.#h}))}#c(t){const s=this.#n
t!==s&&(this.#n=t,u.includes(t)&&(this.#a=t),this.#t.statusChanged(t,s))}}
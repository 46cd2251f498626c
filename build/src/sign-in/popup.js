import{promised as t}from"../conduit/native-promise.js"
import{ScopedTimer as i}from"../conduit/scoped-timer.js"
const s="connect::loginPopup",o="connect-login-popup-lock",e=250,h=433,n=578,p=2e3
function r(t){if(!t)return""
const{width:i,height:s,top:o,left:e}=t
return`width=${i||h}, height=${s||n}, top=${o||0}, left=${e||0}`}function l(t){try{return"about:blank"!==t.location.href}catch{return!0}}export class LoginPopup{#t
#i
#s
#o=null
#e=!1
#h=!1
#n=new AbortController
constructor(t,s,o){this.#t=t,this.#i=o,this.#s=new i(s),s.addEventListener("abort",()=>this.finish(!0),{once:!0})}get mayBeOpen(){return null!==this.#o||this.#e}get isCutOff(){return this.#h}open(i,s,e){const{locks:h}=this.#t.navigator,n=()=>this.#p(i,s)
if(this.#o&&!this.#o.closed)return this.#o.focus(),void this.#i("popup-open")
if(!h||this.#o||e&&this.#e)return n()
this.finish()
const{signal:p}=this.#n=new AbortController
h.request(o,{ifAvailable:!0},i=>{if(!p.aborted)return i?t(t=>{p.addEventListener("abort",()=>t()),n()}):(this.#e=!0,this.#i("popup-open"),h.request(o,{signal:p},()=>this.#r()))}).catch(()=>{p.aborted||n()})}finish(t=!1){t&&this.#o?.close(),this.#s.stop(),this.#o=null,this.#e=this.#h=!1,this.#n.abort()}#p(t,i){const o=this.#o=this.#t.open(t,s,r(i))
this.#h=!1,this.#i(o?"popup-open":"popup-blocked"),o?this.#l(o,0):this.finish()}#l(t,i){this.#s.start(e,()=>{const s=Date.now()
if(!t.closed)return this.#l(t,i||(l(t)?s:0))
this.#h=!i||s-i<p,this.#h||this.#r()})}#r(){this.finish(),this.#i("popup-closed")}}
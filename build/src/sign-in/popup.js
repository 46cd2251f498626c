import{ScopedTimer as t}from"../conduit/scoped-timer.js"
const i="connect::loginPopup",s="connect-login-popup-lock",o=250,e=433,h=578,n=2e3
function p(t){if(!t)return""
const{width:i,height:s,top:o,left:n}=t
return`width=${i||e}, height=${s||h}, top=${o||0}, left=${n||0}`}function l(t){try{return"about:blank"!==t.location.href}catch{return!0}}export class LoginPopup{#t
#i
#s
#o=null
#e=!1
#h=!1
#n=new AbortController
constructor(i,s,o){this.#t=i,this.#i=o,this.#s=new t(s),s.addEventListener("abort",()=>this.finish(!0),{once:!0})}get mayBeOpen(){return null!==this.#o||this.#e}get isCutOff(){return this.#h}open(t,i,o){const{locks:e}=this.#t.navigator,h=()=>this.#p(t,i)
if(this.#o&&!this.#o.closed)return this.#o.focus(),void this.#i("popup-open")
if(!e||this.#o||o&&this.#e)return h()
this.finish()
const{signal:n}=this.#n=new AbortController
e.request(s,{ifAvailable:!0},t=>{if(!n.aborted)return t?new Promise(t=>{n.addEventListener("abort",()=>t()),h()}):(this.#e=!0,this.#i("popup-open"),e.request(s,{signal:n},()=>this.#l()))}).catch(()=>{n.aborted||h()})}finish(t=!1){t&&this.#o?.close(),this.#s.stop(),this.#o=null,this.#e=this.#h=!1,this.#n.abort()}#p(t,s){const o=this.#o=this.#t.open(t,i,p(s))
this.#h=!1,this.#i(o?"popup-open":"popup-blocked"),o?this.#r(o,0):this.finish()}#r(t,i){this.#s.start(o,()=>{const s=Date.now()
if(!t.closed)return this.#r(t,i||(l(t)?s:0))
this.#h=!i||s-i<n,this.#h||this.#l()})}#l(){this.finish(),this.#i("popup-closed")}}
import{Recording as s}from"./recording.js"
import{ringFor as t,soundProblem as e}from"./settings.js"
import{SilentAlert as o}from"./silent-alert.js"
import{NOT_ALLOWED as i}from"./sound.js"
import{Tone as n}from"./tone.js"
import{Turn as h}from"./turn.js"
const r="sound-blocked",l="bad-option",c=["click","keydown","blur","focus"],d="connect-ringer"
export class Ringer{#s
#t
#e=new h(()=>this.#o())
#i=new h(()=>this.#o())
#n=new o
#h=new Set
#r
#l
#c=""
#d
#u=!1
#a=null
#m
constructor(s,t){this.#s=s,this.#t=t,s.addController(this),this.#g(),t.store.subscribe(s=>s,()=>this.#o(),void 0)}hostUpdated(){this.#g(),this.#o()}hostDisconnected(){this.#o()}get#f(){const{isConnected:s,ringer:t}=this.#s
return s&&t&&"ready"===this.#t.store.state.status&&this.#t.mayRing()}#g(){const{store:s}=this.#t,t=this.#s.ringer?e(this.#s):null
if(t===this.#a)return
const{error:o}=s.state
t?s.fail({code:l,message:t}):o?.code===l&&o.message===this.#a&&s.mend(),this.#a=t}#o(){const s=this.#f
s!==!!this.#d&&(s?this.#k():this.#p())
const e=s?t(this.#t.store.state,this.#s):void 0
e&&this.#u&&e.contact.contactId!==this.#m&&(this.#m=e.contact.contactId,this.#w()),this.#e.want(s&&!this.#u?`${d} ${new URL(this.#s.ccpUrl,document.baseURI).href}`:null),this.#i.want(e&&this.#e.isMine?d:null),e&&this.#i.isMine?this.#b(e):this.#y(),this.#n.show(e&&this.#u?u(e):null),this.#B(s)}#k(){const{signal:s}=this.#d=new AbortController,t={capture:!0,passive:!0,signal:s}
for(const s of c)window.addEventListener(s,this.#v,t)
this.#r=new n(this.#v),this.#w()}#p(){this.#d?.abort(),this.#d=void 0,this.#y(),this.#r?.close(),this.#r=void 0,this.#h.clear(),this.#u=!1}#v=()=>{this.#u&&this.#w()}
#b({url:t,volume:e,device:o}){const i=this.#h.has(t)?"":t,n=!this.#l||this.#c!==i
n&&this.#y(),this.#c=i,this.#l??=i?new s(i):this.#r,this.#l.adjust(e,o),n&&this.#w()}#y(){this.#l?.stop(),this.#l=void 0}async#w(){const s=this.#l,t=this.#d,e=await(s?.start()??this.#r.allow()).catch(s=>s)
t===this.#d&&s===this.#l&&(this.#u=e instanceof DOMException&&e.name===i,e&&!this.#u&&this.#c&&(console.warn(`The ringer cannot play ${this.#c}: it rings with a sound of its own.`),this.#h.add(this.#c)),this.#o())}#B(s){const{store:t,words:e}=this.#t,{error:o}=t.state
s&&this.#u?o||t.fail({code:r,message:e()[r]("")}):o?.code===r&&t.mend()}}const u=({contact:{who:s,queue:t}})=>["🔔",s,t&&`(${t})`].filter(Boolean).join(" ")

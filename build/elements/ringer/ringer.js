import{Recording as s}from"./recording.js"
import{ringFor as t}from"./settings.js"
import{SilentAlert as e}from"./silent-alert.js"
import{NOT_ALLOWED as o}from"./sound.js"
import{Tone as i}from"./tone.js"
import{Turn as n}from"./turn.js"
const h="sound-blocked",r=["click","keydown","blur","focus"],c="connect-ringer"
export class Ringer{#s
#t
#e=new n(()=>this.#o())
#i=new n(()=>this.#o())
#n=new e
#h=new Set
#r
#c
#d=""
#l
#u=!1
#a
constructor(s,t){this.#s=s,this.#t=t,s.addController(this),t.store.subscribe(s=>s,()=>this.#o(),void 0)}hostUpdated(){this.#o()}hostDisconnected(){this.#o()}get#g(){const{isConnected:s,ringer:t}=this.#s
return s&&t&&"ready"===this.#t.store.state.status&&this.#t.mayRing()}#o(){const s=this.#g
s!==!!this.#l&&(s?this.#k():this.#w())
const e=s?t(this.#t.store.state,this.#s):void 0
e&&this.#u&&e.contact.contactId!==this.#a&&(this.#a=e.contact.contactId,this.#f()),this.#e.want(s&&!this.#u?`${c} ${new URL(this.#s.ccpUrl,document.baseURI).href}`:null),this.#i.want(e&&this.#e.isMine?c:null),e&&this.#i.isMine?this.#m(e):this.#p(),this.#n.show(e&&this.#u?d(e):null),this.#y(s)}#k(){const{signal:s}=this.#l=new AbortController,t={capture:!0,passive:!0,signal:s}
for(const s of r)window.addEventListener(s,this.#B,t)
this.#r=new i(this.#B),this.#f()}#w(){this.#l?.abort(),this.#l=void 0,this.#p(),this.#r?.close(),this.#r=void 0,this.#h.clear(),this.#u=!1}#B=()=>{this.#u&&this.#f()}
#m({url:t,volume:e,device:o}){const i=this.#h.has(t)?"":t,n=!this.#c||this.#d!==i
n&&this.#p(),this.#d=i,this.#c??=i?new s(i):this.#r,this.#c.adjust(e,o),n&&this.#f()}#p(){this.#c?.stop(),this.#c=void 0}async#f(){const s=this.#c,t=this.#l,e=await(s?.start()??this.#r.allow()).catch(s=>s)
t===this.#l&&s===this.#c&&(this.#u=e instanceof DOMException&&e.name===o,e&&!this.#u&&this.#d&&(console.warn(`The ringer cannot play ${this.#d}: it rings with a sound of its own.`),this.#h.add(this.#d)),this.#o())}#y(s){const{store:t,words:e}=this.#t,{error:o}=t.state
s&&this.#u?o||t.fail({code:h,message:e()[h]("")}):o?.code===h&&t.mend()}}const d=({contact:{who:s,queue:t}})=>["🔔",s,t&&`(${t})`].filter(Boolean).join(" ")

import{html as t}from"lit"
import{adviceBox as e,countdownRow as s,nextRow as n,questionBox as i,statusBox as a,undoneBox as o}from"./boxes.js"
import{countdown as h,countdownNews as c}from"./countdown.js"
import{menuStyles as r}from"./menu-styles.js"
import{newsBetween as u,newsOfChange as l}from"./news.js"
import{stateButton as m}from"./state-button.js"
import{StateChange as d}from"./state-change.js"
import{StateMenu as g}from"./state-menu.js"
import{closedByChange as p,isAfterCallWork as w,isForLater as f,toneOf as b}from"./state-words.js"
import{ElapsedController as C}from"../page/page-clock.js"
import{siblingStyles as S}from"../looks/sibling-styles.js"
import{agentStatusStyles as j}from"./styles.js"
import{enAgentStatus as $}from"./en.js"
import{enShared as k}from"../words/en-shared.js"
import{ConnectLoginRequestEvent as v,ConnectSetAgentStateRequestEvent as y}from"../verbs/requests.js"
function x(){let t=document.activeElement
for(;t?.shadowRoot?.activeElement;)t=t.shadowRoot.activeElement
return t instanceof HTMLElement&&t!==document.body?t:null}export const styles=[S,j,r]
export class AgentStatusView{#t
#e
#s
#n
#i
#a
#o=new d(()=>this.#h())
#c=null
#r=null
#u=null
#l=""
#m=null
#d=null
#g="offline"
constructor(t){const{element:e,ccp:s}=this.#t=t
this.#e=e,this.#s=s,this.#n=t.localize(t=>({...k,agentStatus:$(t)})),this.#i=new C(e),this.#a=new g(e,t=>this.#p(t)),s.onHost=t=>this.#o.follow(t),s.watch(({status:t})=>t),s.watch(({agent:t})=>t),s.watch(t=>`${f(t)} ${p(t)?.join()}`),this.#o.follow(s.host,t.missed)}setAgentState(t){this.#o.isPending||(this.#o.dismiss(),this.#w(t)&&p(this.#s.state)?(this.#u=t,this.#d=x(),this.#e.requestUpdate(),this.#e.updateComplete.then(()=>this.#f("#stay"))):this.#b(t))}willUpdate(){const{host:t,state:e}=this.#s,{agent:s}=e,n=this.#n.terms
if(this.#m=this.#e.shadowRoot?.activeElement??null,this.#i.since=s?.state.since??null,p(e)||(this.#u=null),this.#C||this.#a.close(!0),this.#c&&this.#c!==e){s!==this.#c.agent&&this.#o.dismiss()
const i=t?u(this.#c,e,n):n.agentStatus.unbound
this.#l=i||this.#l}this.#c=e
const i=this.#S()
this.#l=i&&c(this.#r,i,n.agentStatus)||this.#l,this.#r=i?.stage??null,this.#g=s&&"ready"===e.status?b(s.state):"offline",this.#t.setCustomStates(t?e.status:"unbound",this.#g,null!==s&&w(s)&&"acw",null!=s?.nextState&&"next-state",this.#o.isPending&&"changing")}updated(){const t=this.#d
this.#u||(this.#d=null),this.#m&&!this.#m.isConnected&&(t?.isConnected?t.focus():this.#f("#button"))}render(){const{host:h,state:c}=this.#s,{agent:r}=c,u=this.#n.terms,l=u.agentStatus,{current:d}=this.#o,g=this.#S(),w=d?.wanted
return t`<div class="base tone-${this.#g}" part="base" role="group" aria-label=${l.label}><div class="head"><slot name="start"></slot> ${r&&t`<p class="name" part="name">${r.name}</p>`} <div class="now">${m(this.#j(),u)} ${r&&this.#$(r)}</div></div> ${a(h,u,()=>this.#s.request(new v))} ${g&&s(g,l,this.#n.formats)} ${r&&e(r,l,t=>this.setAgentState(t))} ${r&&n(r,l,!this.#C,()=>this.#k(r))} ${this.#u&&i(this.#u,p(c)??[],l,t=>this.#v(t))} ${d&&o(d,u,w&&this.#w(w)?()=>this.setAgentState(w):null,()=>this.#o.dismiss())} <slot name="end"></slot><div class="unseen" role="status">${this.#l}</div></div>`}#j(){return{host:this.#s.host,time:this.#n.formats.duration(this.#i.ms),change:this.#o.current,isOpen:this.#a.isOpen,isEnabled:this.#C,onClick:this.#y,onKey:this.#x}}#$(t){const{agentStatus:e}=this.#n.terms,s=f(this.#s.state)
return this.#a.render({label:s?e.nextMenuLabel:e.menuLabel,caption:s?e.nextMenuLabel:null,choices:t.states,checked:(t.nextState??t.state).name})}#S(){const{agent:t}=this.#s.state
return t&&w(t)?h(this.#e.acwSeconds,this.#i.ms):null}get#C(){return"ready"===this.#s.state.status&&!this.#o.isPending}#w(t){return this.#s.state.agent?.states.some(e=>e.name===t)??!1}#p(t){const{agent:e}=this.#s.state
t!==(e?.nextState??e?.state)?.name&&this.setAgentState(t)}#v(t){const e=this.#u
this.#u=null,this.#e.requestUpdate(),t&&e&&this.#b(e)}#k({state:t}){this.#C&&this.#b(t.name)}#b(t){this.#o.ask(t,()=>this.#s.request(new y({agentState:t})))}#h(){const{current:t}=this.#o
t&&(this.#l=l(t,this.#n.terms)),this.#e.requestUpdate()}#y=()=>{this.#a.isOpen?this.#a.close(!0):this.#C&&this.#a.open()}
#x=t=>{this.#C&&this.#a.onButtonKey(t)&&t.preventDefault()}
#f(t){this.#e.renderRoot.querySelector(t)?.focus()}}export const makeView=t=>new AgentStatusView(t)

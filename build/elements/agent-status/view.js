import{html as t}from"lit"
import{adviceBox as e,countdownRow as s,nextRow as n,questionBox as i,statusBox as o,undoneBox as a}from"./boxes.js"
import{countdown as h,countdownNews as c}from"./countdown.js"
import{menuStyles as r}from"./menu-styles.js"
import{newsBetween as u,newsOfChange as l}from"./news.js"
import{stateButton as m}from"./state-button.js"
import{StateChange as d}from"./state-change.js"
import{StateMenu as g}from"./state-menu.js"
import{closedByChange as p,isAfterCallWork as w,isForLater as f,toneOf as C}from"./state-words.js"
import{commands as b}from"../commands/late-commands.js"
import{ElapsedController as S}from"../page/page-clock.js"
import{siblingStyles as j}from"../looks/sibling-styles.js"
import{agentStatusStyles as $}from"./styles.js"
import{enAgentStatus as k}from"./en.js"
import{enShared as v}from"../words/en-shared.js"
import{ConnectLoginRequestEvent as y,ConnectSetAgentStateRequestEvent as x}from"../host/requests.js"
function q(){let t=document.activeElement
for(;t?.shadowRoot?.activeElement;)t=t.shadowRoot.activeElement
return t instanceof HTMLElement&&t!==document.body?t:null}export const styles=[j,$,r]
export class AgentStatusView{#t
#e
#s
#n
#i
#o
#a=new d(()=>this.#h())
#c=null
#r=null
#u=null
#l=""
#m=null
#d=null
#g="offline"
constructor(t){b.load().catch(()=>{})
const{element:e,ccp:s}=this.#t=t
this.#e=e,this.#s=s,this.#n=t.localize(t=>({...v,agentStatus:k(t)})),this.#i=new S(e),this.#o=new g(e,t=>this.#p(t)),s.onHost=t=>this.#a.follow(t),s.watch(({status:t})=>t),s.watch(({agent:t})=>t),s.watch(t=>`${f(t)} ${p(t)?.join()}`),this.#a.follow(s.host,t.missed)}setAgentState(t){this.#a.isPending||(this.#a.dismiss(),this.#w(t)&&p(this.#s.state)?(this.#u=t,this.#d=q(),this.#e.requestUpdate(),this.#e.updateComplete.then(()=>this.#f("#stay"))):this.#C(t))}willUpdate(){const{host:t,state:e}=this.#s,{agent:s}=e,n=this.#n.terms
if(this.#m=this.#e.shadowRoot?.activeElement??null,this.#i.since=s?.state.since??null,p(e)||(this.#u=null),this.#b||this.#o.close(!0),this.#c&&this.#c!==e){s!==this.#c.agent&&this.#a.dismiss()
const i=t?u(this.#c,e,n):n.agentStatus.unbound
this.#l=i||this.#l}this.#c=e
const i=this.#S()
this.#l=i&&c(this.#r,i,n.agentStatus)||this.#l,this.#r=i?.stage??null,this.#g=s&&"ready"===e.status?C(s.state):"offline",this.#t.setCustomStates(t?e.status:"unbound",this.#g,null!==s&&w(s)&&"acw",null!=s?.nextState&&"next-state",this.#a.isPending&&"changing")}updated(){const t=this.#d
this.#u||(this.#d=null),this.#m&&!this.#m.isConnected&&(t?.isConnected?t.focus():this.#f("#button"))}render(){const{host:h,state:c}=this.#s,{agent:r}=c,u=this.#n.terms,l=u.agentStatus,{current:d}=this.#a,g=this.#S(),w=d?.wanted
return t`<div class="base tone-${this.#g}" part="base" role="group" aria-label=${l.label}><div class="head"><slot name="start"></slot> ${r&&t`<p class="name" part="name">${r.name}</p>`} <div class="now">${m(this.#j(),u)} ${r&&this.#$(r)}</div></div> ${o(h,u,()=>this.#s.request(new y))} ${g&&s(g,l,this.#n.formats)} ${r&&e(r,l,t=>this.setAgentState(t))} ${r&&n(r,l,!this.#b,()=>this.#k(r))} ${this.#u&&i(this.#u,p(c)??[],l,t=>this.#v(t))} ${d&&a(d,u,w&&this.#w(w)?()=>this.setAgentState(w):null,()=>this.#a.dismiss())} <slot name="end"></slot><div class="unseen" role="status">${this.#l}</div></div>`}#j(){return{host:this.#s.host,time:this.#n.formats.duration(this.#i.ms),change:this.#a.current,isOpen:this.#o.isOpen,isEnabled:this.#b,onClick:this.#y,onKey:this.#x}}#$(t){const{agentStatus:e}=this.#n.terms,s=f(this.#s.state)
return this.#o.render({label:s?e.nextMenuLabel:e.menuLabel,caption:s?e.nextMenuLabel:null,choices:t.states,checked:(t.nextState??t.state).name})}#S(){const{agent:t}=this.#s.state
return t&&w(t)?h(this.#e.acwSeconds,this.#i.ms):null}get#b(){return"ready"===this.#s.state.status&&!this.#a.isPending}#w(t){return this.#s.state.agent?.states.some(e=>e.name===t)??!1}#p(t){const{agent:e}=this.#s.state
t!==(e?.nextState??e?.state)?.name&&this.setAgentState(t)}#v(t){const e=this.#u
this.#u=null,this.#e.requestUpdate(),t&&e&&this.#C(e)}#k({state:t}){this.#b&&this.#C(t.name)}#C(t){this.#a.ask(t,()=>this.#s.request(new x({agentState:t})))}#h(){const{current:t}=this.#a
t&&(this.#l=l(t,this.#n.terms)),this.#e.requestUpdate()}#y=()=>{this.#o.isOpen?this.#o.close(!0):this.#b&&this.#o.open()}
#x=t=>{this.#b&&this.#o.onButtonKey(t)&&t.preventDefault()}
#f(t){this.#e.renderRoot.querySelector(t)?.focus()}}export const makeView=t=>new AgentStatusView(t)

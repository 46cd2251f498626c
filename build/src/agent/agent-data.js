import{withoutWaitingContacts as t}from"../conduit/standby.js"
import{isAgentData as e}from"../conduit/wire.js"
import{StateError as s}from"../errors/errors.js"
import{isFinishedState as n,transitionEvents as r}from"../events/event-graph.js"
import{AgentEvents as i,ContactEvents as o,getContactEventName as a}from"../events/event-names.js"
import{frozen as c}from"./freeze.js"
import{IndexedSnapshot as h}from"./snapshot.js"
const u="init",g="Init",d="AfterCallWork",l=/*#__PURE__*/new Map([["routable",i.ROUTABLE],["not_routable",i.NOT_ROUTABLE],["offline",i.OFFLINE]])
export class AgentDataProvider{#t
#e
#s
#n=null
#r=null
#i=new Set
#o=new Set
constructor({bus:t,presenter:e,isErrorState:s}){this.#t=t,this.#e=e,this.#s=s}get hasData(){return null!==this.#n}get current(){if(!this.#n)throw new s("No agent data is available yet!")
return this.#n}contact(t){const e=this.#n?.contacts.get(t)
if(!e)throw new s("Contact %s no longer exists.",t)
return e}connection(t,e){const n=this.contact(t).connection(e)
if(!n)throw new s("Connection %s for contact %s no longer exists.",e,t)
return n}getAgentData(){return c(this.current.data)}reset(){for(const t of this.#n?.contacts.keys()??[])this.#a(t)
this.#n=null,this.#i.clear(),this.#o.clear()}accept(s,n=!1){if(!e(s))return!1
this.#n?.data.configuration.username!==s.configuration.username&&this.reset()
const r=this.#n,i=new h(n?{...s,snapshot:t(s.snapshot)}:s)
return this.#n=this.#r=i,this.#c(r,i),this.#h(r,i),!0}#c(t,e){const{state:s,nextState:n}=e.agent,r=t?.agent
r||this.#u(i.INIT),this.#u(i.REFRESH)
const o=s.type===(r?.state.type??u)?void 0:l.get(s.type)
o&&this.#u(o),this.#g(r?.state.name??g,s.name),r?.nextState?.name!==n?.name&&this.#u(n?.name?i.ENQUEUED_NEXT_STATE:i.CLEARED_NEXT_STATE)}#g(t,e){t!==e&&(this.#d(i.STATE_CHANGE)&&this.#t.trigger(i.STATE_CHANGE,{agent:this.#e.agent(),oldState:t,newState:e}),this.#s(e)?this.#u(i.ERROR):e===d&&this.#u(i.ACW))}#h(t,e){const s=t?.contacts
for(const t of e.contacts.values()){if(this.#n!==this.#r)return
const{contactId:e}=t.data
s?.has(e)||(this.#i.add(e),this.#d(o.INIT)&&this.#t.trigger(o.INIT,this.#e.contact(e)),this.#l(u,t.data))}if(s){for(const t of s.values())e.contacts.has(t.data.contactId)||this.#p(t)
for(const{data:t}of s.values()){const s=e.contacts.get(t.contactId)
s&&this.#l(t.state.type,s.data)}}}#l(t,{contactId:e,state:{type:s}}){if(s!==t){const i=r(t,s)
i.length>0&&n(s)&&this.#i.delete(e)
for(const t of i)this.#b(t,e)&&this.#f(t,e)}this.#f(o.REFRESH,e)}#b(t,e){if(t!==o.CONNECTED)return!0
const s=!this.#o.has(e)
return this.#o.add(e),s}#p(t){const{contactId:e}=t.data
this.#o.delete(e)
const s=this.#i.delete(e)?[o.ENDED,o.DESTROYED]:[o.DESTROYED],n=this.#e.removedContact(t)
for(const t of s)for(const s of[t,a(t,e)])this.#d(s)&&this.#t.trigger(s,n)
this.#a(e)}#a(t){for(const e of Object.values(o))this.#t.unsubscribeEvent(a(e,t))}#u(t){this.#d(t)&&this.#t.trigger(t,this.#e.agent())}#f(t,e){this.#d(t)&&this.#t.trigger(t,this.#e.contact(e))
const s=`${t}::${e}`
this.#d(s)&&this.#t.trigger(s,this.#e.contact(e))}#d(t){return this.#n===this.#r&&this.#t.hasSubscribers(t)}}
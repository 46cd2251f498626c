import{withoutWaitingContacts as t}from"../conduit/standby.js"
import{isAgentData as e}from"../conduit/wire.js"
import{StateError as s}from"../errors/errors.js"
import{isFinishedState as r,transitionEvents as n}from"../events/event-graph.js"
import{AgentEvents as i,ContactEvents as o,getContactEventName as a}from"../events/event-names.js"
import{copied as c}from"./copy.js"
import{IndexedSnapshot as h}from"./snapshot.js"
const u="init",g="Init",l="AfterCallWork",p=/*#__PURE__*/new Map([["routable",i.ROUTABLE],["not_routable",i.NOT_ROUTABLE],["offline",i.OFFLINE]])
export class AgentDataProvider{#t
#e
#s
#r=null
#n=null
#i=new Set
constructor({bus:t,presenter:e,isErrorState:s}){this.#t=t,this.#e=e,this.#s=s}get hasData(){return null!==this.#r}get current(){if(!this.#r)throw new s("No agent data is available yet!")
return this.#r}contact(t){const e=this.#r?.contacts.get(t)
if(!e)throw new s("Contact %s no longer exists.",t)
return e}connection(t,e){const r=this.contact(t).connection(e)
if(!r)throw new s("Connection %s for contact %s no longer exists.",e,t)
return r}getAgentData(){return c(this.current.data)}reset(){for(const t of this.#r?.contacts.keys()??[])this.#o(t)
this.#r=null,this.#i.clear()}accept(s,r=!1){if(!e(s))return!1
this.#r?.data.configuration.username!==s.configuration.username&&this.reset()
const n=this.#r,i=new h(r?{...s,snapshot:t(s.snapshot)}:s)
return this.#r=this.#n=i,this.#a(n,i),this.#c(n,i),!0}#a(t,e){const{state:s,nextState:r}=e.agent,n=t?.agent
n||this.#h(i.INIT),this.#h(i.REFRESH)
const o=s.type===(n?.state.type??u)?void 0:p.get(s.type)
o&&this.#h(o),this.#u(n?.state.name??g,s.name),n?.nextState?.name!==r?.name&&this.#h(r?.name?i.ENQUEUED_NEXT_STATE:i.CLEARED_NEXT_STATE)}#u(t,e){t!==e&&(this.#g(i.STATE_CHANGE)&&this.#t.trigger(i.STATE_CHANGE,{agent:this.#e.agent(),oldState:t,newState:e}),this.#s(e)?this.#h(i.ERROR):e===l&&this.#h(i.ACW))}#c(t,e){const s=t?.contacts
for(const t of e.contacts.values()){if(this.#r!==this.#n)return
const{contactId:e}=t.data
s?.has(e)||(this.#i.add(e),this.#g(o.INIT)&&this.#t.trigger(o.INIT,this.#e.contact(e)),this.#l(u,t.data))}if(s){for(const t of s.values())e.contacts.has(t.data.contactId)||this.#p(t)
for(const{data:t}of s.values()){const s=e.contacts.get(t.contactId)
s&&this.#l(t.state.type,s.data)}}}#l(t,{contactId:e,state:{type:s}}){if(s!==t){const i=n(t,s)
i.length>0&&r(s)&&this.#i.delete(e)
for(const t of i)this.#d(t,e)}this.#d(o.REFRESH,e)}#p(t){const{contactId:e}=t.data,s=this.#i.delete(e)?[o.ENDED,o.DESTROYED]:[o.DESTROYED],r=this.#e.removedContact(t)
for(const t of s)for(const s of[t,a(t,e)])this.#g(s)&&this.#t.trigger(s,r)
this.#o(e)}#o(t){for(const e of Object.values(o))this.#t.unsubscribeEvent(a(e,t))}#h(t){this.#g(t)&&this.#t.trigger(t,this.#e.agent())}#d(t,e){this.#g(t)&&this.#t.trigger(t,this.#e.contact(e))
const s=`${t}::${e}`
this.#g(s)&&this.#t.trigger(s,this.#e.contact(e))}#g(t){return this.#r===this.#n&&this.#t.hasSubscribers(t)}}
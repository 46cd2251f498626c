import{promised as t}from"../../src/conduit/native-promise.js"
import{ConnectAgentChangeEvent as s,ConnectContactAddedEvent as e,ConnectContactChangeEvent as i,ConnectContactRemovedEvent as a,ConnectErrorEvent as n,ConnectReadyEvent as o,ConnectRingingEvent as h,ConnectStatusChangeEvent as r}from"./events.js"
import{ContactViews as c}from"./views.js"
import{INITIAL_STATE as d,withChanges as u}from"./state.js"
function l(){let s
return{promise:t(t=>s=t),settle:s}}export class HostStore{#t
#s
#e=new Set
#i=new c
#a=[]
#n=d
#o=[]
#h=l()
constructor(t,s){this.#t=t,this.#s=s}get state(){return this.#n}get ready(){return this.#h.promise}subscribe(t,s,e){if(e?.aborted)return
let i=t(this.#n)
const a=e=>{const a=t(e)
Object.is(a,i)||(i=a,s(a))}
this.#e.add(a),e?.addEventListener("abort",()=>this.#e.delete(a),{once:!0}),s(i)}follow(t,s,e){this.#r(u(this.#n,{region:s,error:null})),this.#o=[t.core.onStatusChange(({status:t})=>"terminated"===t?e():this.setStatus(t)),t.core.getEventBus().subscribe(t.EventType.ACKNOWLEDGE,()=>this.#c()),t.core.onViewContact(t=>this.#d(t?.contactId)),t.core.getEventBus().subscribe(t.AgentEvents.REFRESH,()=>this.#r(this.#i.withAgentData(t,this.#n))),t.core.getEventBus().subscribe(t.AgentEvents.MUTE_TOGGLE,t=>{"boolean"==typeof t?.muted&&this.#r(this.#i.withMute(this.#n,t.muted))})]}resume(t,{mute:s,selectedContactId:e}){const i=t.core.getStatus()
let a=u(this.#n,{status:i})
t.agent.initialized&&(a=this.#i.withMute(this.#i.withAgentData(t,a),s),a.contacts.some(({contactId:t})=>t===e)&&(a=u(a,{selectedContactId:e}))),this.#r(a),"ready"===i&&this.#u()}#c(){"loading"===this.#n.status&&this.#s()}#d(t){if("string"!=typeof t)return
const s=this.#n.contacts.some(s=>s.contactId===t)
this.#r(u(this.#n,{selectedContactId:s?t:null}))}unfollow(){for(const t of this.#o)t.unsubscribe()
this.#o=[]}setStatus(t){this.#r(u(this.#n,{status:t})),"ready"===t&&this.#u()}mirror(t){const{status:s}=this.#n
this.#r(t),"ready"===t.status&&"ready"!==s&&this.#u()}setPending(t,s){this.#r(this.#i.withPending(this.#n,t,s))}fail(t){this.#r(u(this.#n,{error:Object.freeze(t)})),this.#t.dispatchEvent(new n(t))}mend(){this.#r(u(this.#n,{error:null}))}reset(t){"idle"!==this.#n.status&&(this.#h=l()),this.#i.clear(),this.#r(u(d,{status:t}))}#u(){this.#h.settle(),this.#t.dispatchEvent(new o)}#r(t){const s=this.#n
if(t!==s&&(this.#n=t,!(this.#a.push([s,t])>1)))for(let t=this.#a[0];t;t=this.#a[0])this.#l(...t),this.#a.shift()}#l(t,s){this.#p(t,s)
for(const t of[...this.#e])try{t(this.#n)}catch(t){reportError(t)}this.#s()}#p(t,e){e.status!==t.status&&this.#b(new r(e.status,t.status)),e.agent!==t.agent&&this.#b(new s(e.agent,t.agent)),e.contacts!==t.contacts&&this.#w(t.contacts,e.contacts)}#w(t,s){const n=new Map(t.map(t=>[t.contactId,t])),o=new Set(s.map(({contactId:t})=>t)),r=s.filter(({contactId:t})=>!n.has(t)),c=s.filter(t=>n.has(t.contactId)&&n.get(t.contactId)!==t)
for(const t of r)this.#b(new e(t)),t.ringing&&this.#b(new h(t))
for(const s of t)o.has(s.contactId)||this.#b(new a(s))
for(const t of c)this.#b(new i(t)),t.ringing&&!n.get(t.contactId).ringing&&this.#b(new h(t))}#b(t){this.#t.dispatchEvent(t)}}
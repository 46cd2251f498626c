import{ConnectAgentChangeEvent as t,ConnectContactAddedEvent as s,ConnectContactChangeEvent as e,ConnectContactRemovedEvent as i,ConnectErrorEvent as a,ConnectReadyEvent as n,ConnectRingingEvent as o,ConnectStatusChangeEvent as h}from"./events.js"
import{ContactViews as r}from"./views.js"
import{INITIAL_STATE as c,withChanges as d}from"./state.js"
function u(){let t
return{promise:new Promise(s=>t=s),settle:t}}export class HostStore{#t
#s
#e=new Set
#i
#a=[]
#n=c
#o=[]
#h=u()
constructor(t,s,e){this.#t=t,this.#i=new r(s),this.#s=e}get state(){return this.#n}get ready(){return this.#h.promise}subscribe(t,s,e){if(e?.aborted)return
let i=t(this.#n)
const a=e=>{const a=t(e)
Object.is(a,i)||(i=a,s(a))}
this.#e.add(a),e?.addEventListener("abort",()=>this.#e.delete(a),{once:!0}),s(i)}follow(t,s,e){this.#r(d(this.#n,{region:s,error:null})),this.#o=[t.core.onStatusChange(({status:t})=>"terminated"===t?e():this.setStatus(t)),t.core.getEventBus().subscribe(t.EventType.ACKNOWLEDGE,()=>this.#c()),t.core.onViewContact(t=>this.#d(t?.contactId)),t.core.getEventBus().subscribe(t.AgentEvents.REFRESH,()=>this.#r(this.#i.withAgentData(t,this.#n))),t.core.getEventBus().subscribe(t.AgentEvents.MUTE_TOGGLE,t=>{"boolean"==typeof t?.muted&&this.#r(this.#i.withMute(this.#n,t.muted))})]}resume(t,{mute:s,selectedContactId:e}){const i=t.core.getStatus()
let a=d(this.#n,{status:i})
t.agent.initialized&&(a=this.#i.withMute(this.#i.withAgentData(t,a),s),a.contacts.some(({contactId:t})=>t===e)&&(a=d(a,{selectedContactId:e}))),this.#r(a),"ready"===i&&this.#u()}#c(){"loading"===this.#n.status&&this.#s()}#d(t){if("string"!=typeof t)return
const s=this.#n.contacts.some(s=>s.contactId===t)
this.#r(d(this.#n,{selectedContactId:s?t:null}))}unfollow(){for(const t of this.#o)t.unsubscribe()
this.#o=[]}setStatus(t){this.#r(d(this.#n,{status:t})),"ready"===t&&this.#u()}mirror(t){const{status:s}=this.#n
this.#r(t),"ready"===t.status&&"ready"!==s&&this.#u()}setPending(t,s){this.#r(this.#i.withPending(this.#n,t,s))}fail(t){this.#r(d(this.#n,{error:Object.freeze(t)})),this.#t.dispatchEvent(new a(t))}mend(){this.#r(d(this.#n,{error:null}))}reset(t){"idle"!==this.#n.status&&(this.#h=u()),this.#i.clear(),this.#r(d(c,{status:t}))}#u(){this.#h.settle(),this.#t.dispatchEvent(new n)}#r(t){const s=this.#n
if(t!==s&&(this.#n=t,!(this.#a.push([s,t])>1)))for(let t=this.#a[0];t;t=this.#a[0])this.#l(...t),this.#a.shift()}#l(t,s){this.#p(t,s)
for(const t of[...this.#e])try{t(this.#n)}catch(t){reportError(t)}this.#s()}#p(s,e){e.status!==s.status&&this.#w(new h(e.status,s.status)),e.agent!==s.agent&&this.#w(new t(e.agent,s.agent)),e.contacts!==s.contacts&&this.#b(s.contacts,e.contacts)}#b(t,a){const n=new Map(t.map(t=>[t.contactId,t])),h=new Set(a.map(({contactId:t})=>t)),r=a.filter(({contactId:t})=>!n.has(t)),c=a.filter(t=>n.has(t.contactId)&&n.get(t.contactId)!==t)
for(const t of r)this.#w(new s(t)),t.ringing&&this.#w(new o(t))
for(const s of t)h.has(s.contactId)||this.#w(new i(s))
for(const t of c)this.#w(new e(t)),t.ringing&&!n.get(t.contactId).ringing&&this.#w(new o(t))}#w(t){this.#t.dispatchEvent(t)}}
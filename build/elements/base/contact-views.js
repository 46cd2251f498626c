import{traitsOf as t,verbsOf as e}from"./contact-verbs.js"
import{deepFreeze as n,sameData as i,sameOr as s,withChanges as a}from"./host-state.js"
const c=Object.freeze([]),o=1e3,r=t=>"string"==typeof t?t:"",u=t=>Array.isArray(t)?t.filter(Boolean):c,p=({name:t,type:e})=>({name:r(t),type:r(e)})
function m(t,e,n){const i=new Date(t??NaN).getTime()-e
return Number.isNaN(i)?n??Date.now():void 0!==n&&Math.abs(n-i)<o?n:Math.round(i)}const g=({endpoint:t})=>r(t?.phoneNumber).replace(/^sip:([^@]+)@.*$/,"$1")
function d(t){const{endpoint:e,quickConnectName:n}=t
return r(n)||r(e?.name)||g(t)||r(e?.agentLogin)}function h({type:t,state:e,connections:n}){if("queue_callback"===t)return"incoming"===e.type
if("incoming"===e.type)return!0
const i=n.find(t=>t.initial)
return"connecting"===e.type&&"outbound"!==i?.type&&"monitoring"!==i?.type}function f(t,e,n){const{contactId:i,type:s,connections:a,queue:c,attributes:o}=t,u=r(t.state.type),p=a.find(t=>t.initial&&"agent"!==t.type),f=n?.state.type===u?n.state.since:void 0
return{contactId:i,type:r(s),state:{type:u,since:m(t.state.timestamp,e,f)},ringing:h(t),who:r(t.name)||r(p?.chatMediaInfo?.customerName)||(p?d(p):""),phoneNumber:p&&g(p)||null,queue:r(c?.name)||null,attributes:Object.fromEntries(Object.entries({...o}).map(([t,e])=>[t,r(e?.value)])),connections:a.map(t=>({connectionId:t.connectionId,type:r(t.type),state:r(t.state.type),who:d(t)}))}}function l(t,e){const s=new t.Agent,a=s.getState(),c=s.getNextState(),o=e?.state.name===a.name?e.state.since:void 0,g={name:r(s.getName()),state:{...p(a),since:m(a.startTimestamp,t.core.getSkew(),o)},nextState:c&&p(c),states:u(s.getAgentStates()).map(p),permissions:u(s.getPermissions()).map(r),countries:u(s.getDialableCountries()).map(r)}
return e&&i(e,g)?e:n(g)}export class ContactViews{#t=new Map
#e=new Map
withAgentData(t,e){const n=t.core.getSkew(),i=l(t,e.agent),s=new Map
for(const i of(new t.Agent).getContacts()){const t=i._getData()
s.set(t.contactId,this.#n(t,n,e.mute))}return this.#e=s,this.#i(e,{agent:i})}withMute(t,e){for(const[t,n]of this.#e)n.muted!==e&&this.#e.set(t,this.#s(n.facts,n.traits,e))
return this.#i(t,{mute:e})}withPending(t,e,i){i.length>0?this.#t.set(e,i):this.#t.delete(e)
const s=this.#e.get(e)
if(!s)return t
const a=n({...s.view,pending:this.#a(e)})
return this.#e.set(e,{...s,view:a}),this.#i(t,{})}clear(){this.#e.clear(),this.#t.clear()}#a(t){return this.#t.get(t)??c}#i(t,e){const n=s(t.contacts,[...this.#e.values()].map(({view:t})=>t)),{selectedContactId:i}=t,c=null!==i&&this.#e.has(i)?i:null
return a(t,{...e,contacts:n,selectedContactId:c})}#n(e,n,s){const a=this.#e.get(e.contactId),c=f(e,n,a?.facts),o=t(e)
return a?.muted===s&&i(a.facts,c)&&i(a.traits,o)?a:this.#s(c,o,s)}#s(t,s,a){const c=this.#e.get(t.contactId),o=e(t,s,a),r=c&&c.facts===t&&i(c.view.can,o)?c.view:n({...t,can:o,pending:this.#a(t.contactId)})
return{facts:n(t),traits:s,muted:a,view:r}}}
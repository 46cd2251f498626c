import{situationOf as t,traitsOf as e}from"./situation.js"
import{deepFreeze as n,sameData as i,sameOr as s,withChanges as a}from"./state.js"
const r=Object.freeze([]),c=1e3,o=t=>"string"==typeof t?t:"",u=t=>Array.isArray(t)?t.filter(Boolean):r,p=({name:t,type:e})=>({name:o(t),type:o(e)})
function m(t,e,n){const i=new Date(t??NaN).getTime()-e
return Number.isNaN(i)?n??Date.now():void 0!==n&&Math.abs(n-i)<c?n:Math.round(i)}const g=({endpoint:t})=>o(t?.phoneNumber).replace(/^sip:([^@]+)@.*$/,"$1")
function d(t){const{endpoint:e,quickConnectName:n}=t
return o(n)||o(e?.name)||g(t)||o(e?.agentLogin)}function h({type:t,state:e,connections:n}){if("queue_callback"===t)return"incoming"===e.type
if("incoming"===e.type)return!0
const i=n.find(t=>t.initial)
return"connecting"===e.type&&"outbound"!==i?.type&&"monitoring"!==i?.type}function f(t,e,n){const{contactId:i,type:s,connections:a,queue:r,attributes:c}=t,u=o(t.state.type),p=a.find(t=>t.initial&&"agent"!==t.type),f=n?.state.type===u?n.state.since:void 0
return{contactId:i,type:o(s),state:{type:u,since:m(t.state.timestamp,e,f)},ringing:h(t),who:o(t.name)||o(p?.chatMediaInfo?.customerName)||(p?d(p):""),phoneNumber:p&&g(p)||null,queue:o(r?.name)||null,attributes:Object.fromEntries(Object.entries({...c}).map(([t,e])=>[t,o(e?.value)])),connections:a.map(t=>({connectionId:t.connectionId,type:o(t.type),state:o(t.state.type),who:d(t)}))}}function l(t,e){const s=new t.Agent,a=s.getState(),r=s.getNextState(),c=e?.state.name===a.name?e.state.since:void 0,g={name:o(s.getName()),state:{...p(a),since:m(a.startTimestamp,t.core.getSkew(),c)},nextState:r?p(r):null,states:u(s.getAgentStates()).map(p),permissions:u(s.getPermissions()).map(o),countries:u(s.getDialableCountries()).map(o)}
return e&&i(e,g)?e:n(g)}export class ContactViews{#t=new Map
#e
#n=new Map
constructor(t){this.#e=t}withAgentData(t,e){const n=t.core.getSkew(),i=l(t,e.agent),s=new Map
for(const i of(new t.Agent).getContacts()){const t=i._getData()
s.set(t.contactId,this.#i(t,n,e.mute))}return this.#n=s,this.#s(e,{agent:i})}withMute(t,e){for(const[t,n]of this.#n)n.muted!==e&&this.#n.set(t,this.#a(n.facts,n.traits,e))
return this.#s(t,{mute:e})}withPending(t,e,i){i.length>0?this.#t.set(e,i):this.#t.delete(e)
const s=this.#n.get(e)
if(!s)return t
const a=n({...s.view,pending:this.#r(e)})
return this.#n.set(e,{...s,view:a}),this.#s(t,{})}clear(){this.#n.clear(),this.#t.clear()}#r(t){return this.#t.get(t)??r}#s(t,e){const n=s(t.contacts,[...this.#n.values()].map(({view:t})=>t)),{selectedContactId:i}=t,r=null!==i&&this.#n.has(i)?i:null
return a(t,{...e,contacts:n,selectedContactId:r})}#i(t,n,s){const a=this.#n.get(t.contactId),r=f(t,n,a?.facts),c=e(t)
return a?.muted===s&&i(a.facts,r)&&i(a.traits,c)?a:this.#a(r,c,s)}#a(e,s,a){const r=this.#n.get(e.contactId),c=this.#e(t(e,s,a)),o=r&&r.facts===e&&i(r.view.can,c)?r.view:n({...e,can:c,pending:this.#r(e.contactId)})
return{facts:n(e),traits:s,muted:a,view:o}}}
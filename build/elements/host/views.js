import{isFinished as t,traitsOf as e,verbsOf as n}from"../verbs/contact-verbs.js"
import{deepFreeze as i,sameData as s,sameOr as a,withChanges as r}from"./state.js"
const o=Object.freeze([]),c=1e3,u=t=>"string"==typeof t?t:"",d=t=>Array.isArray(t)?t.filter(Boolean):o,p=({name:t,type:e})=>({name:u(t),type:u(e)})
function m(t,e,n){const i=new Date(t??NaN).getTime()-e
return Number.isNaN(i)?n??Date.now():void 0!==n&&Math.abs(n-i)<c?n:Math.round(i)}const g=t=>u(t?.phoneNumber).replace(/^sip:([^@]+)@.*$/,"$1")
function l(t){const{name:e,displayName:n,emailAddress:i,agentLogin:s}=t??{}
return u(e)||i&&u(n)||g(t)||u(i)||u(s)}function h({endpoint:t,quickConnectName:e,monitoringInfo:n}){const{agentName:i}=n?.agent??{}
return u(e)||l(t)||u(i)}function f(t,e){const n=u(t.name)||u(e?.chatMediaInfo?.customerName),i=(e?h(e):"")||l(t.customerEndpoint)
return"email"===t.type?i||n:n||i}function y({type:t,state:e,monitorStatus:n}){return"monitoring"===t&&"connected"===e.type&&u(n).toLowerCase()||u(e.type)}function w({type:t,state:e,connections:n}){if("queue_callback"===t)return"incoming"===e.type
if("incoming"===e.type)return!0
const i=n.find(t=>t.initial)
return"connecting"===e.type&&"outbound"!==i?.type&&"monitoring"!==i?.type}function b(t,e,n,i){const{contactId:s,type:a,connections:r,queue:o,attributes:c}=t,d=r.find(t=>t.initial&&"agent"!==t.type),p=i?.state.type===e?i.state.since:void 0
return{contactId:s,type:u(a),state:{type:e,since:m(t.state.timestamp,n,p)},ringing:w(t),who:f(t,d),phoneNumber:g(d?.endpoint)||null,emailAddress:u(d?.endpoint?.emailAddress)||u(t.customerEndpoint?.emailAddress)||null,queue:u(o?.name)||null,attributes:Object.fromEntries(Object.entries({...c}).map(([t,e])=>[t,u(e?.value)])),connections:r.map(t=>({connectionId:t.connectionId,type:u(t.type),state:y(t),who:h(t)}))}}const v="MissedCallAgent"
function N({state:e},n,i){const s=u(e.type),{name:a,type:r}=n.state
return"error"!==s||"error"===r&&a!==v?s:i?t(i)?i.state.type:!i.ringing||i.pending.includes("accept")?s:i.pending.includes("reject")?"rejected":"missed":a===v?"missed":s}function I(t,e){const n=new t.Agent,a=n.getState(),r=n.getNextState(),o=e?.state.name===a.name?e.state.since:void 0,c={name:u(n.getName()),state:{...p(a),since:m(a.startTimestamp,t.core.getSkew(),o)},nextState:r&&p(r),states:d(n.getAgentStates()).map(p),permissions:d(n.getPermissions()).map(u),countries:d(n.getDialableCountries()).map(u)}
return e&&s(e,c)?e:i(c)}export class ContactViews{#t=new Map
#e=new Map
withAgentData(t,e){const n=t.core.getSkew(),i=I(t,e.agent),s=new Map
for(const a of(new t.Agent).getContacts()){const t=a._getData()
s.set(t.contactId,this.#n(t,i,n,e.mute))}return this.#e=s,this.#i(e,{agent:i})}withMute(t,e){for(const[t,n]of this.#e)n.muted!==e&&this.#e.set(t,this.#s(n.facts,n.traits,e))
return this.#i(t,{mute:e})}withPending(t,e,n){n.length>0?this.#t.set(e,n):this.#t.delete(e)
const s=this.#e.get(e)
if(!s)return t
const a=i({...s.view,pending:this.#a(e)})
return this.#e.set(e,{...s,view:a}),this.#i(t,{})}clear(){this.#e.clear(),this.#t.clear()}#a(t){return this.#t.get(t)??o}#i(t,e){const n=a(t.contacts,[...this.#e.values()].map(({view:t})=>t)),{selectedContactId:i}=t,s=null!==i&&this.#e.has(i)?i:null
return r(t,{...e,contacts:n,selectedContactId:s})}#n(t,n,i,a){const r=this.#e.get(t.contactId),o=b(t,N(t,n,r?.view),i,r?.facts),c=e(t)
return r?.muted===a&&s(r.facts,o)&&s(r.traits,c)?r:this.#s(o,c,a)}#s(t,e,a){const r=this.#e.get(t.contactId),o=n(t,e,a),c=r&&r.facts===t&&s(r.view.can,o)?r.view:i({...t,can:o,pending:this.#a(t.contactId)})
return{facts:i(t),traits:e,muted:a,view:c}}}
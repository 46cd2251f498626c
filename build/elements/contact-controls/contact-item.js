import{html as t,nothing as a}from"lit"
import{repeat as e}from"lit/directives/repeat.js"
import{isFinished as s,isVoice as r}from"../host/contact.js"
import{hangUp as n}from"../verbs/hang-up.js"
import{hold as o}from"../verbs/hold.js"
import{resume as i}from"../verbs/resume.js"
import{icon as p}from"../looks/icons.js"
import{partiesOf as c,partyName as l,stateWords as d,whoOf as u}from"./contact-words.js"
import{kindIcon as m,kindOf as b}from"../looks/kind-icons.js"
const $=4
export function stateClass(t,a){const e=d(t,a)
return s(t)?`over ${t.state.type}`:t.ringing?"ringing":e===a.states.hold||e===a.states.paused?"hold":"connected"===t.state.type?"live":"calling"}export function renderHead(a,e,s,r){const{phoneNumber:n,queue:o,state:i}=a,c=t`<span class="who" part="who"><bdi>${u(a,e)}</bdi></span>`,l=[n===a.who?null:n,o].filter(Boolean),$=t` <span class="badge" part="badge">${p(m(a))}</span> ${s?t`<button class="select" part="select" type="button" aria-expanded=${String(r)} @click=${s}> ${c} </button>`:c} <span class="about" part="about"><span class="unseen">${e.kinds[b(a)]}</span><span class="state" part="state">${d(a,e)}</span> ${l.map(a=>t`<span class="fact" part="fact"><bdi>${a}</bdi></span>`)} </span><span class="time" part="time" role="timer" data-since=${i.since}></span> `
return t`<div class="head" part="head">${$}</div>`}export function renderAttributes({attributes:e},s){const r=Object.entries(e)
if(0===r.length)return a
const n=t`<dl part="attributes"> ${r.map(([a,e])=>t`<dt part="attribute-name">${a}</dt><dd part="attribute-value"><bdi>${e||s.unknown}</bdi></dd>`)} </dl>`
return r.length<=4?t`<div class="attributes">${n}</div>`:t`<details class="attributes"><summary part="attributes-summary">${s.attributes(r.length)}</summary> ${n} </details>`}const h={hold:o,resume:i,"hang-up":n}
export function renderParties(s,n,o,i){const p=c(s)
if(p.length<2||!r(s)||"connected"!==s.state.type)return a
const d=(e,r,n,p)=>{const c=o&&!s.pending.includes(r)
return t`<button class="small" part="party-control party-${r}" type="button" aria-label=${p} aria-disabled=${c?a:"true"} @click=${()=>c&&i(h[r],e.connectionId)} > ${n} </button>`},{party:u,commands:m}=n
return t`<ul class="parties" part="parties" aria-label=${n.parties}> ${e(p,({connectionId:t})=>t,e=>{const r=l(s,e,n),{state:o}=e
return t`<li class="party" part="party"><div><strong part="party-name"><bdi>${r}</bdi></strong><span class="quiet" part="party-state" >${"hold"===o?u.hold:"connecting"===o?u.calling:u.connected}</span ></div><div> ${"hold"===o?d(e,"resume",m.resume[0],u.resumeParty(r)):"connected"===o?d(e,"hold",m.hold[0],u.holdParty(r)):a} ${d(e,"hang-up",m.remove[0],u.removeParty(r))} </div></li>`})} </ul>`}
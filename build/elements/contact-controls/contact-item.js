import{html as t,nothing as a}from"lit"
import{repeat as e}from"lit/directives/repeat.js"
import{isFinished as s,isVoice as r}from"../base/contact-verbs.js"
import{icon as n}from"../base/icons.js"
import{kindIcon as i,kindOf as o,partiesOf as p,partyName as c,stateWords as l,whoOf as d}from"./contact-words.js"
const u=4
export function stateClass(t,a){const e=l(t,a)
return s(t)?`over ${t.state.type}`:t.ringing?"ringing":e===a.states.hold||e===a.states.paused?"hold":"connected"===t.state.type?"live":"calling"}export function renderHead(a,e,s,r){const{phoneNumber:p,queue:c,state:u}=a,b=t`<span class="who" part="who"><bdi>${d(a,e)}</bdi></span>`,m=[p===a.who?null:p,c].filter(Boolean),$=t` <span class="badge" part="badge">${n(i(a))}</span> ${s?t`<button class="select" part="select" type="button" aria-expanded=${String(r)} @click=${s}> ${b} </button>`:b} <span class="about" part="about"><span class="unseen">${e.kinds[o(a)]}</span><span class="state" part="state">${l(a,e)}</span> ${m.map(a=>t`<span class="fact" part="fact"><bdi>${a}</bdi></span>`)} </span><span class="time" part="time" role="timer" data-since=${u.since}></span> `
return t`<div class="head" part="head">${$}</div>`}export function renderAttributes({attributes:e},s){const r=Object.entries(e)
if(0===r.length)return a
const n=t`<dl part="attributes"> ${r.map(([a,e])=>t`<dt part="attribute-name">${a}</dt><dd part="attribute-value"><bdi>${e||s.unknown}</bdi></dd>`)} </dl>`
return r.length<=4?t`<div class="attributes">${n}</div>`:t`<details class="attributes"><summary part="attributes-summary">${s.attributes(r.length)}</summary> ${n} </details>`}export function renderParties(s,n,i,o){const l=p(s)
if(l.length<2||!r(s)||"connected"!==s.state.type)return a
const d=(e,r,n,p)=>{const c=i&&!s.pending.includes(r)
return t`<button class="small" part="party-control party-${r}" type="button" aria-label=${p} aria-disabled=${c?a:"true"} @click=${()=>c&&o(r,e.connectionId)} > ${n} </button>`},{party:u,commands:b}=n
return t`<ul class="parties" part="parties" aria-label=${n.parties}> ${e(l,({connectionId:t})=>t,e=>{const r=c(s,e,n),{state:i}=e
return t`<li class="party" part="party"><div><strong part="party-name"><bdi>${r}</bdi></strong><span class="quiet" part="party-state" >${"hold"===i?u.hold:"connecting"===i?u.calling:u.connected}</span ></div><div> ${"hold"===i?d(e,"resume",b.resume[0],u.resumeParty(r)):"connected"===i?d(e,"hold",b.hold[0],u.holdParty(r)):a} ${d(e,"hang-up",b.remove[0],u.removeParty(r))} </div></li>`})} </ul>`}
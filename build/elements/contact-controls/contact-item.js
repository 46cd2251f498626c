import{html as t,nothing as a}from"lit"
import{repeat as e}from"lit/directives/repeat.js"
import{isFinished as s,isVoice as r}from"../verbs/contact-verbs.js"
import{icon as n}from"../looks/icons.js"
import{joinedOf as i,kindIcon as o,kindOf as p,partiesOf as d,partyName as c,stateWords as l,whoOf as u}from"./contact-words.js"
const b=4
export function stateClass(t,a){const e=l(t,a)
return s(t)?`over ${t.state.type}`:t.ringing?"ringing":e===a.states.hold||e===a.states.paused?"hold":"connected"===t.state.type?"live":"calling"}export function renderHead(a,e,s,r){const{phoneNumber:i,emailAddress:d,queue:c,state:b}=a,m=t`<span class="who" part="who"><bdi>${u(a,e)}</bdi></span>`,$=[i,d,c].filter(t=>t&&t!==a.who),y=t` <span class="badge" part="badge">${n(o(a))}</span> ${s?t`<button class="select" part="select" type="button" aria-expanded=${String(r)} @click=${s}> ${m} </button>`:m} <span class="about" part="about"><span class="unseen">${e.kinds[p(a)]}</span><span class="state" part="state">${l(a,e)}</span> ${$.map(a=>t`<span class="fact" part="fact"><bdi>${a}</bdi></span>`)} </span><span class="time" part="time" role="timer" data-since=${b.since}></span> `
return t`<div class="head" part="head">${y}</div>`}export function renderAttributes({attributes:e},s){const r=Object.entries(e)
if(0===r.length)return a
const n=t`<dl part="attributes"> ${r.map(([a,e])=>t`<dt part="attribute-name">${a}</dt><dd part="attribute-value"><bdi>${e||s.unknown}</bdi></dd>`)} </dl>`
return r.length<=4?t`<div class="attributes">${n}</div>`:t`<details class="attributes"><summary part="attributes-summary">${s.attributes(r.length)}</summary> ${n} </details>`}export function renderParties(s,n,o,p){const l=d(s),u=i(s)
if(l.length+u.length<2||!r(s)||"connected"!==s.state.type)return a
const b=(e,r,n,i)=>{const d=o&&!s.pending.includes(r)
return t`<button class="small" part="party-control party-${r}" type="button" aria-label=${i} aria-disabled=${d?a:"true"} @click=${()=>d&&p(r,e.connectionId)} > ${n} </button>`},{party:m,commands:$}=n
return t`<ul class="parties" part="parties" aria-label=${n.parties}> ${e(l,({connectionId:t})=>t,e=>{const r=c(s,e,n),{state:i}=e
return t`<li class="party" part="party"><div><strong part="party-name"><bdi>${r}</bdi></strong><span class="quiet" part="party-state" >${"hold"===i?m.hold:"connecting"===i?m.calling:m.connected}</span ></div><div> ${"hold"===i?b(e,"resume",$.resume[0],m.resumeParty(r)):"connected"===i?b(e,"hold",$.hold[0],m.holdParty(r)):a} ${b(e,"hang-up",$.remove[0],m.removeParty(r))} </div></li>`})} ${u.map(({who:a})=>t`<li class="party" part="party"><div><strong part="party-name"><bdi>${a||n.supervisor}</bdi></strong><span class="quiet" part="party-state">${m.joined}</span></div></li>`)} </ul>`}
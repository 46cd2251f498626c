import{closesLayer as t}from"../base/closes-layer.js"
import{html as e,nothing as o}from"lit"
import{errorWords as n,hostErrorWords as s}from"../words/error-words.js"
import{SIGN_IN_STATUSES as r}from"../host/state.js"
import{icon as a}from"../looks/icons.js"
import{helpFor as i,nameOf as u}from"./state-words.js"
const l={running:"system",little:"not-routable",over:"error"}
function c(t,n,s,r,i){const u="notice"===t?"quiet small":"small"
return e`<div class="box telling tone-${n}" part=${t}> ${a("warning")} <div> ${s?e`<p class="title" part="title">${s}</p>`:o} ${r?e`<p part="text">${r}</p>`:o} </div> ${0===i.length?o:e`<div class="answers" part="actions"> ${i.map(([t,o])=>e`<button type="button" class=${u} part="button" @click=${o}>${t}</button>`)} </div>`} </div>`}export function countdownRow({stage:t,left:o,total:n},s,r){const a=r.duration(1e3*Math.abs(o)),i="over"===t?s.timeOver(a):s.timeLeft(a)
return e`<p class="countdown ${t} tone-${l[t]}" part="countdown"><progress part="countdown-bar" aria-hidden="true" max=${n} .value=${Math.max(o,0)}></progress ><span>${i}</span></p>`}export function nextRow(t,n,s,r){return t.nextState?e`<div class="next" part="next"><p part="text" id="next">${n.nextState(u(t.nextState,t,n))}</p><button type="button" class="quiet small" part="button cancel-next" aria-describedby="next" aria-disabled=${s} @click=${r} > ${n.cancelNext} </button></div>`:o}export function statusBox(t,e,n){if(!t||"ready"===t.status)return o
const{agent:a,error:i,status:u}=t.state,{heading:l,text:d,action:p}=e.status[t.status],b=t.hasAttribute("headless")&&void 0!==p
if(!a&&!b)return o
const x=b&&r.includes(u)?[[p,n]]:[]
return c("status","not-routable",a?l:"",i?s(i,e):d,x)}export function adviceBox(t,e,n){if("error"!==t.state.type)return o
const s=t.states.find(({type:t})=>"routable"===t)??t.states[0],r=s?[[e.goTo(s.name),()=>n(s.name)]]:[]
return c("advice","error",i(t,e),e.wayOut,r)}export function undoneBox({phase:t,wanted:e,error:s},r,a,i){if("pending"===t)return o
const{agentStatus:u}=r,l=[[u.dismiss,i]]
a&&l.unshift([u.tryAgain,a])
const d=s?n(s,r):""
return"failed"===t?c("notice","error",u.failed(e),d,l):c("notice","not-routable",u.unconfirmed(e),d,l)}export function questionBox(o,n,s,r){return e`<div class="box tone-not-routable" part="question" role="alertdialog" aria-labelledby="question-title" aria-describedby="question-text" @keydown=${e=>{t(e)&&r(!1)}} ><div><p class="title" part="title" id="question-title">${s.closesContact(n)}</p><p part="text" id="question-text">${s.closesBecause(o)}</p></div><slot name="question"></slot><div class="answers" part="actions"><button type="button" part="button go" @click=${()=>r(!0)}>${s.closeAndGo(o)}</button><button type="button" id="stay" class="quiet" part="button stay" @click=${()=>r(!1)}> ${s.stay} </button></div></div>`}
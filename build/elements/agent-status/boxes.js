import{html as t,nothing as e}from"lit"
import{errorWords as o,hostErrorWords as n}from"../words/error-words.js"
import{SIGN_IN_STATUSES as a}from"../host/state.js"
import{icon as r}from"../looks/icons.js"
import{helpFor as s,nameOf as i}from"./state-words.js"
const u={running:"system",little:"not-routable",over:"error"}
function c(o,n,a,s,i){const u="notice"===o?"quiet small":"small"
return t`<div class="box telling tone-${n}" part=${o}> ${r("warning")} <div> ${a?t`<p class="title" part="title">${a}</p>`:e} ${s?t`<p part="text">${s}</p>`:e} </div> ${0===i.length?e:t`<div class="answers" part="actions"> ${i.map(([e,o])=>t`<button type="button" class=${u} part="button" @click=${o}>${e}</button>`)} </div>`} </div>`}export function countdownRow({stage:e,left:o,total:n},a,r){const s=r.duration(1e3*Math.abs(o)),i="over"===e?a.timeOver(s):a.timeLeft(s)
return t`<p class="countdown ${e} tone-${u[e]}" part="countdown"><progress part="countdown-bar" aria-hidden="true" max=${n} .value=${Math.max(o,0)}></progress ><span>${i}</span></p>`}export function nextRow(o,n,a,r){return o.nextState?t`<div class="next" part="next"><p part="text" id="next">${n.nextState(i(o.nextState,o,n))}</p><button type="button" class="quiet small" part="button cancel-next" aria-describedby="next" aria-disabled=${a} @click=${r} > ${n.cancelNext} </button></div>`:e}export function statusBox(t,o,r){if(!t||"ready"===t.status)return e
const{agent:s,error:i,status:u}=t.state,{heading:l,text:p,action:d}=o.status[t.status],b=t.hasAttribute("headless")&&void 0!==d
if(!s&&!b)return e
const x=b&&a.includes(u)?[[d,r]]:[]
return c("status","not-routable",s?l:"",i?n(i,o):p,x)}export function adviceBox(t,o,n){if("error"!==t.state.type)return e
const a=t.states.find(({type:t})=>"routable"===t)??t.states[0],r=a?[[o.goTo(a.name),()=>n(a.name)]]:[]
return c("advice","error",s(t,o),o.wayOut,r)}export function undoneBox({phase:t,wanted:n,error:a},r,s,i){if("pending"===t)return e
const{agentStatus:u}=r,l=[[u.dismiss,i]]
s&&l.unshift([u.tryAgain,s])
const p=a?o(a,r):""
return"failed"===t?c("notice","error",u.failed(n),p,l):c("notice","not-routable",u.unconfirmed(n),p,l)}export function questionBox(e,o,n,a){return t`<div class="box tone-not-routable" part="question" role="alertdialog" aria-labelledby="question-title" aria-describedby="question-text" @keydown=${t=>{"Escape"===t.key&&(t.preventDefault(),t.stopPropagation(),a(!1))}} ><div><p class="title" part="title" id="question-title">${n.closesContact(o)}</p><p part="text" id="question-text">${n.closesBecause(e)}</p></div><slot name="question"></slot><div class="answers" part="actions"><button type="button" part="button go" @click=${()=>a(!0)}>${n.closeAndGo(e)}</button><button type="button" id="stay" class="quiet" part="button stay" @click=${()=>a(!1)}> ${n.stay} </button></div></div>`}
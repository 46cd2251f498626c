import{html as t,nothing as e}from"lit"
import{errorWords as n,hostErrorWords as o}from"../base/error-words.js"
import{SIGN_IN_STATUSES as a}from"../base/host-state.js"
import{icon as s}from"../base/icons.js"
import{helpFor as r,nameOf as i}from"./state-words.js"
const u={running:"system",little:"not-routable",over:"error"}
function c(n,o,a,r,i){const u="notice"===n?"quiet small":"small"
return t`<div class="box telling tone-${o}" part=${n}> ${s("warning")} <div> ${a?t`<p class="title" part="title">${a}</p>`:e} ${r?t`<p part="text">${r}</p>`:e} </div> ${0===i.length?e:t`<div class="answers" part="actions"> ${i.map(([e,n])=>t`<button type="button" class=${u} part="button" @click=${n}>${e}</button>`)} </div>`} </div>`}export function countdownRow({stage:e,left:n,total:o},a,s){const r=s.duration(1e3*Math.abs(n)),i="over"===e?a.timeOver(r):a.timeLeft(r)
return t`<p class="countdown ${e} tone-${u[e]}" part="countdown"><progress part="countdown-bar" aria-hidden="true" max=${o} .value=${Math.max(n,0)}></progress ><span>${i}</span></p>`}export function nextRow(n,o,a,s){return n.nextState?t`<div class="next" part="next"><p part="text" id="next">${o.nextState(i(n.nextState,n,o))}</p><button type="button" class="quiet small" part="button cancel-next" aria-describedby="next" aria-disabled=${a} @click=${s} > ${o.cancelNext} </button></div>`:e}export function statusBox(t,n,s){if(!t||"ready"===t.status)return e
const{agent:r,error:i,status:u}=t.state,{heading:l,text:p,action:d}=n.status[t.status],b=t.hasAttribute("headless")&&void 0!==d
if(!r&&!b)return e
const x=b&&a.includes(u)?[[d,s]]:[]
return c("status","not-routable",r?l:"",i?o(i,n):p,x)}export function adviceBox(t,n,o){if("error"!==t.state.type)return e
const a=t.states.find(({type:t})=>"routable"===t)??t.states[0],s=a?[[n.goTo(a.name),()=>o(a.name)]]:[]
return c("advice","error",r(t,n),n.wayOut,s)}export function undoneBox({phase:t,wanted:o,error:a},s,r,i){if("pending"===t)return e
const{agentStatus:u}=s,l=[[u.dismiss,i]]
r&&l.unshift([u.tryAgain,r])
const p=a?n(a,s):""
return"failed"===t?c("notice","error",u.failed(o),p,l):c("notice","not-routable",u.unconfirmed(o),p,l)}export function questionBox(e,n,o,a){return t`<div class="box tone-not-routable" part="question" role="alertdialog" aria-labelledby="question-title" aria-describedby="question-text" @keydown=${t=>{"Escape"===t.key&&(t.preventDefault(),t.stopPropagation(),a(!1))}} ><div><p class="title" part="title" id="question-title">${o.closesContact(n)}</p><p part="text" id="question-text">${o.closesBecause(e)}</p></div><slot name="question"></slot><div class="answers" part="actions"><button type="button" part="button go" @click=${()=>a(!0)}>${o.closeAndGo(e)}</button><button type="button" id="stay" class="quiet" part="button stay" @click=${()=>a(!1)}> ${o.stay} </button></div></div>`}
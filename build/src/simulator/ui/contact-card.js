import{isUnderway as e}from"./commands.js"
import{button as n,runningTime as t}from"./controls.js"
import{directory as a}from"./directory.js"
import{h as s}from"./dom.js"
import{icon as o}from"./icons.js"
import{keypad as c}from"./keypad.js"
const i={accept:{label:"Accept",icon:"check",tone:"go"},reject:{label:"Reject",icon:"close",tone:"stop"},hold:{label:"Hold",icon:"hold"},resume:{label:"Resume",icon:"resume"},mute:{label:"Mute",icon:"mute"},unmute:{label:"Unmute",icon:"unmute"},keypad:{label:"Keypad",icon:"keypad"},transfer:{label:"Transfer",icon:"transfer"},swap:{label:"Swap",icon:"swap"},join:{label:"Join",icon:"join"},pause:{label:"Pause",icon:"hold"},continue:{label:"Continue",icon:"resume"},end:{label:"End",icon:"hangUp",tone:"stop"},clear:{label:"Clear",icon:"check",tone:"go"}},r={after:"Finish your notes, then clear the contact.",failed:"This contact did not reach you. Clear it to take the next one."}
function l(e,{id:n}){return`${e}-${n}`}function d(t,a,{state:s,commands:o,changed:c}){const r=i[t]
if("keypad"===t||"transfer"===t){const{opened:e}=s,i=e?.part===t&&e.contactId===a.id,d=()=>{s.opened=i?null:{part:t,contactId:a.id},s.digits="",s.search="","transfer"!==t||i||o.loadQuickConnects(),c()}
return n({...r,expanded:i,controls:l(t,a),onPress:d})}const d=e(s,t,a.id)
return n({...r,busy:d,onPress:()=>o.act(t,a)})}function u(t,a,{state:o,commands:c}){const r=("Left"===t.state?[]:[t.onHold?"resume":"hold","end"]).map(s=>{const r=`${i[s].label} ${t.who}`,l=e(o,s,t.connectionId)
return n({...i[s],label:r,small:!0,busy:l,onPress:()=>c.actOnParty(s,a,t.connectionId)})})
return s("li",{key:t.connectionId,class:"party"},s("span",{class:"party-lines"},s("span",{class:"party-who"},t.who)," ",s("span",{class:"party-state"},t.state)),r)}function p(e,n){const t=[]
e.description&&t.push(s("p",{key:"description",class:"description"},e.description))
const a=r[e.mood]
if(a&&t.push(s("p",{key:"last",class:"hint"},a)),e.isVoice&&e.parties.length>1&&"after"!==e.mood){const a=e.parties.map(t=>u(t,e,n))
t.push(s("ul",{key:"parties",class:"parties","aria-label":"On this call"},a))}if(e.attributes.length>0){const n=e.attributes.flatMap(([e,n])=>[s("dt",{key:`name-${e}`},e),s("dd",{key:`value-${e}`},n)])
t.push(s("dl",{key:"attributes",class:"attributes","aria-label":"Attributes"},n))}return t}function m(e,{state:n,commands:t,changed:s}){const{opened:o}=n
if(!o||"dialer"===o.part||o.contactId!==e.id)return null
if("keypad"===o.part)return e.verbs.includes("keypad")?c(l("keypad",e),n.digits,n=>{t.sendDigits(e,n)}):null
if(!e.verbs.includes("transfer"))return null
const i=e=>{e&&(n.opened=null,n.number="",s())}
return a(n,{id:l("transfer",e),heading:"Transfer",label:"Call",numbers:e.isVoice,busy:n.underway.has(`createAdditionalConnection:${e.id}`),onNumber:n=>{t.addNumber(e,n).then(i)},onQuickConnect:n=>{t.addQuickConnect(e,n).then(i)},changed:s})}function h(e,{state:n,now:a,alone:c,unfolded:i,changed:r}){const l=s("span",{class:"who"},e.who),d=c||i?l:s("button",{type:"button",class:"unfold",onclick:()=>{n.selectedId=e.id,r()}},l)
return s("div",{key:"head",class:"card-head"},s("span",{class:"channel","aria-hidden":"true"},o(e.icon)),s("div",{class:"card-lines"},s("h2",{class:"card-title"},d),s("p",{class:"card-line"},s("span",{class:"card-state"},e.state),` · ${e.queue??e.channel}`)),s("p",{class:"card-time"},t(e.since,a)))}export function contactCard(e,n){const{unfolded:t}=n,a="ringing"===e.mood||"after"===e.mood||"failed"===e.mood,c=e.verbs.includes("unmute"),r=e.verbs.filter(e=>void 0===i[e].tone).length
return s("li",{key:e.id,id:`contact-${e.id}`,class:`card mood-${e.mood}${t?" unfolded":""}`,"data-contact-id":e.id,"aria-current":t&&!n.alone?"true":void 0},s("article",{"aria-label":`${e.channel}: ${e.who}`,tabindex:"-1",class:"card-body"},h(e,n),t&&c&&s("p",{key:"muted",class:"muted"},o("mute"),"Your microphone is off"),t&&p(e,n),(t||a)&&s("div",{key:"actions",class:e.verbs.length>2?`actions tiles tiles-${r}`:"actions"},e.verbs.map(t=>d(t,e,n))),t&&m(e,n)))}
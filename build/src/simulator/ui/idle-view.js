import{selectableStates as e,stateName as t}from"./model.js"
import{button as o}from"./controls.js"
import{directory as a}from"./directory.js"
import{h as n}from"./dom.js"
import{icon as l}from"./icons.js"
const i="dialer"
export function idleView(a,i){const{agent:s}=a
if(!s)return n("div",{key:"idle",class:"idle"},n("p",{class:"idle-title",role:"status"},a.notice))
const{type:r}=s.snapshot.state,d=e(s).find(e=>"routable"===e.type),c="routable"===r,u=c?"Ready for contacts":"offline"===r?"You are offline":t(s.snapshot.state),p=c?"The next one appears here.":"No contacts come to you in this state."
return n("div",{key:"idle",class:"idle "+(c?"idle-ready":"")},n("span",{class:"idle-mark","aria-hidden":"true"},l(c?"phone":"hold")),n("p",{class:"idle-title"},u),n("p",{class:"idle-line"},p),!c&&d&&o({label:"Become available",tone:"go",busy:a.underway.has("putAgentState:"),onPress:()=>i.setAgentState(d)}))}export function dialer(e,t,l){const s="dialer"===e.opened?.part,r=t=>{t&&(e.opened=null,e.number="",l())}
return n("section",{key:"dialer",class:"dialer","aria-label":"Outbound call"},o({label:"New call",icon:"keypad",expanded:s,controls:i,tone:"quiet",onPress:()=>{e.opened=s?null:{part:"dialer"},e.search="",s||t.loadQuickConnects(),l()}}),s&&a(e,{id:i,heading:"New call",label:"Dial",numbers:!0,busy:e.underway.has("createOutboundContact:"),onNumber:e=>{t.dial(e).then(r)},onQuickConnect:e=>{t.dialQuickConnect(e).then(r)},changed:l}))}
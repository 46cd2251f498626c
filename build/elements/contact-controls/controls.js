import{html as e,nothing as n}from"lit"
import{repeat as t}from"lit/directives/repeat.js"
import{isVoice as r}from"../verbs/contact-verbs.js"
import{icon as a}from"../looks/icons.js"
import{kindIcon as o}from"./contact-words.js"
const c=[["accept"],["reject"],["mute","unmute"],["hold","resume"],["send-digits"],["transfer"],["add-participant"],["swap"],["conference"],["hang-up","leave"],["clear"]],s={accept:"phone",reject:"hang-up",mute:"microphone",unmute:"microphone-off",hold:"pause",resume:"play","send-digits":"keypad",transfer:"transfer","add-participant":"add-person",swap:"swap",conference:"people","hang-up":"hang-up",leave:"leave",clear:"check"}
function p(e,n){return r(n)?s[e]:"accept"===e?o(n):"reject"===e||"hang-up"===e?"close":s[e]}const i={accept:"go",reject:"stop","hang-up":"stop",leave:"stop",unmute:"on",resume:"on",clear:"main"},d=["send-digits","transfer","add-participant"]
export const opensPanel=e=>d.includes(e)
export function renderControls({contact:r,open:o,enabled:s,terms:d,use:u}){const{can:l,pending:m}=r,f=c.map(e=>{const n=e.find(e=>l.includes(e))??e.find(e=>m.includes(e))
return[e[0],n]})
return t(f.filter(e=>void 0!==e[1]),([e])=>e,([,t])=>{const c=m.includes(t),l=s&&!c
return e` <button class="control ${i[t]??""}" part="control control-${t}" type="button" data-verb=${t} aria-disabled=${l?n:"true"} aria-busy=${c?"true":n} aria-expanded=${opensPanel(t)?String(t===o):n} @click=${()=>l&&u(t)} > ${a(c?"pending":p(t,r))}<span>${d.commands[t][0]}</span></button> `})}
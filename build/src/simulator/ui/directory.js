import{h as e}from"./dom.js"
import{icon as n}from"./icons.js"
import{button as t}from"./controls.js"
import{formatNumber as o}from"./model.js"
const s=50,c={phone_number:"Phone",agent:"Agent",queue:"Queue"}
function r(n,{id:o,label:s,busy:c,onNumber:r,changed:a}){const l=n.number.replace(/[\s().-]/g,""),i=/^\+?[0-9]{3,15}$/.test(l),u=()=>{i&&!c&&r(l)}
return e("form",{key:"number",class:"number",onsubmit:e=>{e.preventDefault(),u()}},e("label",{for:`${o}-number`},"Phone number"),e("div",{class:"field-row"},e("input",{id:`${o}-number`,class:"field",type:"tel",autocomplete:"off",placeholder:"+1 206 555 0100",value:n.number,oninput:e=>{n.number=e.target.value,a()}}),t({label:s,icon:"phone",tone:"go",busy:c||!i,onPress:u})))}function a(t,{onQuickConnect:r,changed:a,id:l,numbers:i}){const{quickConnects:u}=t
if(!u)return[e("p",{key:"wait",class:"hint"},"Loading quick connects…")]
const m=t.search.trim().toLowerCase(),h=u.filter(({type:e})=>i||"phone_number"!==e).filter(({name:e,phoneNumber:n})=>`${e} ${n??""}`.toLowerCase().includes(m)),p=h.slice(0,s).map(n=>{const{endpointARN:t,name:s,type:a,phoneNumber:l}=n,i=l?o(l):c[a]??a,u=[e("span",{class:"quick-name"},s)," ",e("span",{class:"quick-detail"},i)]
return e("li",{key:t},e("button",{type:"button",class:"quick",onclick:()=>r(n)},u))}),d=h.length-p.length,b=0===h.length?"No quick connect has that name":`${d} more: type to narrow them down`
return[e("div",{key:"search",class:"search"},e("label",{for:`${l}-search`,class:"visually-hidden"},"Search quick connects"),n("search"),e("input",{id:`${l}-search`,class:"field",type:"search",autocomplete:"off",placeholder:"Search quick connects",value:t.search,oninput:e=>{t.search=e.target.value,a()}})),p.length>0&&e("ul",{key:"list",class:"quick-list","aria-label":"Quick connects"},p),(d>0||0===p.length)&&e("p",{key:"more",class:"hint",role:"status"},b)]}export function directory(n,t){const{id:o,heading:s,numbers:c}=t
return e("section",{key:o,id:o,class:"directory","aria-label":s},c&&r(n,t),a(n,t))}
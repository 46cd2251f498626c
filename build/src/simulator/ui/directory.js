import{entryOf as e}from"../../conduit/entry-of.js"
import{h as n}from"./dom.js"
import{icon as t}from"./icons.js"
import{button as o}from"./controls.js"
import{formatNumber as r}from"./model.js"
const s=50,c={phone_number:"Phone",agent:"Agent",queue:"Queue"}
function a(e,{id:t,label:r,busy:s,onNumber:c,changed:a}){const i=e.number.replace(/[\s().-]/g,""),l=/^\+?[0-9]{3,15}$/.test(i),u=()=>{l&&!s&&c(i)}
return n("form",{key:"number",class:"number",onsubmit:e=>{e.preventDefault(),u()}},n("label",{for:`${t}-number`},"Phone number"),n("div",{class:"field-row"},n("input",{id:`${t}-number`,class:"field",type:"tel",autocomplete:"off",placeholder:"+1 206 555 0100",value:e.number,oninput:n=>{e.number=n.target.value,a()}}),o({label:r,icon:"phone",tone:"go",busy:s||!l,onPress:u})))}function i(o,{onQuickConnect:a,changed:i,id:l,numbers:u}){const{quickConnects:m}=o
if(!m)return[n("p",{key:"wait",class:"hint"},"Loading quick connects…")]
const h=o.search.trim().toLowerCase(),p=m.filter(({type:e})=>u||"phone_number"!==e).filter(({name:e,phoneNumber:n})=>`${e} ${n??""}`.toLowerCase().includes(h)),d=p.slice(0,s).map(t=>{const{endpointARN:o,name:s,type:i,phoneNumber:l}=t,u=l?r(l):e(c,i)??i,m=[n("span",{class:"quick-name"},s)," ",n("span",{class:"quick-detail"},u)]
return n("li",{key:o},n("button",{type:"button",class:"quick",onclick:()=>a(t)},m))}),b=p.length-d.length,f=0===p.length?"No quick connect has that name":`${b} more: type to narrow them down`
return[n("div",{key:"search",class:"search"},n("label",{for:`${l}-search`,class:"visually-hidden"},"Search quick connects"),t("search"),n("input",{id:`${l}-search`,class:"field",type:"search",autocomplete:"off",placeholder:"Search quick connects",value:o.search,oninput:e=>{o.search=e.target.value,i()}})),d.length>0&&n("ul",{key:"list",class:"quick-list","aria-label":"Quick connects"},d),(b>0||0===d.length)&&n("p",{key:"more",class:"hint",role:"status"},f)]}export function directory(e,t){const{id:o,heading:r,numbers:s}=t
return n("section",{key:o,id:o,class:"directory","aria-label":r},s&&a(e,t),i(e,t))}
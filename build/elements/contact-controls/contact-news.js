import{stateWords as n,whoOf as t}from"./contact-words.js"
import{kindOf as c}from"../looks/kind-icons.js"
const o=n=>n.pending.length>0
function e(n,{can:t}){return n.can.includes("mute")&&t.includes("unmute")?"mute":n.can.includes("unmute")&&t.includes("mute")?"unmute":void 0}export function contactNews(s,u,i){const m=new Map(s.map(n=>[n.contactId,n])),a=[],r=[]
for(const s of u){const u=m.get(s.contactId)
if(m.delete(s.contactId),u===s)continue
const d=t(s,i),g=n(s,i)
if(s.ringing&&!u?.ringing)a.push(i.incomingFrom(i.incoming[c(s)],d,s.queue))
else if(u&&!o(u)&&!o(s)){g!==n(u,i)&&r.push(i.changed(d,g))
const t=e(u,s)
t&&r.push(i.commands[t][2])}}for(const n of m.values())o(n)||r.push(i.changed(t(n,i),i.states.gone))
return{urgent:a,calm:r}}
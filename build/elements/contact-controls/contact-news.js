import{kindOf as n,stateWords as t,whoOf as c}from"./contact-words.js"
const e=n=>n.pending.length>0
function o(n,{can:t}){return n.can.includes("mute")&&t.includes("unmute")?"mute":n.can.includes("unmute")&&t.includes("mute")?"unmute":void 0}export function contactNews(u,s,i){const a=new Map(u.map(n=>[n.contactId,n])),m=[],d=[]
for(const u of s){const s=a.get(u.contactId)
if(a.delete(u.contactId),s===u)continue
const r=c(u,i),g=t(u,i)
if(u.ringing&&!s?.ringing)m.push(i.incomingFrom(i.incoming[n(u)],r,u.queue))
else if(s&&!e(s)&&!e(u)){g!==t(s,i)&&d.push(i.changed(r,g))
const n=o(s,u)
n&&d.push(i.commands[n][2])}}for(const n of a.values())e(n)||d.push(i.changed(c(n,i),i.states.gone))
return{urgent:m,calm:d}}
import{joinedOf as n,kindOf as c,stateWords as t,whoOf as o}from"./contact-words.js"
const e=n=>n.pending.length>0
function s(n,{can:c}){return n.can.includes("mute")&&c.includes("unmute")?"mute":n.can.includes("unmute")&&c.includes("mute")?"unmute":void 0}export function contactNews(u,i,a){const d=new Map(u.map(n=>[n.contactId,n])),r=[],m=[]
for(const u of i){const i=d.get(u.contactId)
if(d.delete(u.contactId),i===u)continue
const g=o(u,a),p=t(u,a)
if(u.ringing&&!i?.ringing)r.push(a.incomingFrom(a.incoming[c(u)],g,u.queue))
else if(i&&!e(i)&&!e(u)){p!==t(i,a)&&m.push(a.changed(g,p))
const c=n(i).map(({connectionId:n})=>n)
for(const{connectionId:t,who:o}of n(u))c.includes(t)||m.push(a.changed(o||a.supervisor,a.party.joined))
const o=s(i,u)
o&&m.push(a.commands[o][2])}}for(const n of d.values())e(n)||m.push(a.changed(o(n,a),a.states.gone))
return{urgent:r,calm:m}}
import{errorWords as t}from"../words/error-words.js"
import{helpFor as e,nameOf as n}from"./state-words.js"
const a=(t,e)=>t?.name===e?.name
export function newsBetween(t,s,{agentStatus:r,status:o}){if(s.status!==t.status&&"ready"!==s.status)return o[s.status].heading
const{agent:u}=s
return u?s.status===t.status&&t.agent&&a(u.state,t.agent.state)?a(u.nextState,t.agent.nextState)?"":u.nextState?r.nextState(n(u.nextState,u,r)):r.noNextState:`${r.stateIs(n(u.state,u,r))} ${e(u,r)}`.trim():""}export function newsOfChange({phase:e,wanted:n,error:a},s){const{agentStatus:r}=s
return"pending"===e?r.changing(n):"unconfirmed"===e?r.unconfirmed(n):`${r.failed(n)} ${a?t(a,s):""}`.trim()}
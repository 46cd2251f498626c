import{textField as t}from"../commands/request-fields.js"
import{isFinished as e}from"../host/contact.js"
import{ConnectRequestEvent as n}from"../host/requests.js"
export class ConnectSetAgentStateRequestEvent extends n{constructor({agentState:t}){super("set-agent-state"),this.agentState=t}}const a=t=>({agent:e})=>new ConnectSetAgentStateRequestEvent({agentState:e?.states.find(({type:e})=>e===t)?.name??t})
export const setAgentState={command(n,{connect:a,store:s,terms:o}){const r=t(n,"agentState")??"",c=new a.Agent,S=s.state.agent,m=()=>(new a.Agent).getAvailabilityState()?.state,g=m(),i=S?.states.map(({name:t})=>t)??[],u=i.includes(r)||r!==S?.state.name?r:g
if(!u||!i.includes(u))throw new Error(o.noSuchState(r,i))
const l=s.state.contacts.some(t=>!e(t))&&"AfterCallWork"!==S?.state.name
return{send:()=>c.setState(u,null,{enqueueNextState:l}),isShown:({agent:t})=>!!t&&(t.nextState?t.nextState.name===u:t.state.name===u||m()===u&&(l||g!==u))}},needsAgent:!0,buttons:{"--set-available":a("routable"),"--set-offline":a("offline"),"--set-agent-state":(t,e)=>new ConnectSetAgentStateRequestEvent({agentState:e})}}

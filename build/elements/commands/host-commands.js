import{CommandErrorType as t}from"../../src/index.js"
import{refusal as e}from"./command.js"
import{CONTACT_COMMANDS as n}from"./contact-commands.js"
import{isFinished as o}from"../verbs/contact-verbs.js"
import{setDeviceCommand as c}from"./set-device.js"
const s=({endpoint:t},{connect:e,store:n})=>{const o=n.state.contacts.map(({contactId:t})=>t),c=({contactId:t,connections:e})=>!o.includes(t)&&e.some(({type:t})=>"outbound"===t)
return{send:()=>(new e.Agent).connect(t),isShown:({contacts:t})=>t.some(c)}},a=({agentState:t=""},{connect:e,store:n,terms:c})=>{const s=new e.Agent,a=n.state.agent,r=()=>(new e.Agent).getAvailabilityState()?.state,m=r(),i=a.states.map(({name:t})=>t),d=i.includes(t)||t!==a.state.name?t:m
if(!d||!i.includes(d))throw new Error(c.noSuchState(t,i))
const u=n.state.contacts.some(t=>!o(t))&&"AfterCallWork"!==a.state.name
return{send:()=>s.setState(d,null,{enqueueNextState:u}),isShown:({agent:t})=>!!t&&(t.nextState?t.nextState.name===d:t.state.name===d||r()===d&&(u||m!==d))}},r={...n,dial:s,"set-agent-state":a,"select-contact":({contactId:t},{connect:e})=>({send:()=>e.core.viewContact(t??""),isShown:({selectedContactId:e})=>e===t}),"set-device":c}
export function commandFor(n,o,c){if(!Object.hasOwn(r,n))throw e(n,c.terms.noSuchCommand(n),t.UNSUPPORTED)
return r[n](o,c)}
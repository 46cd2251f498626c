import{endpointOf as t}from"../commands/request-fields.js"
import{EndpointRequestEvent as e}from"../host/requests.js"
export class ConnectDialRequestEvent extends e{constructor({endpoint:t}){super("dial",t)}}export const dial={command(e,{connect:n,store:o,terms:s}){const c=t(e,s),d=o.state.contacts.map(({contactId:t})=>t),r=({contactId:t,connections:e})=>!d.includes(t)&&e.some(({type:t})=>"outbound"===t)
return{send:()=>(new n.Agent).connect(c),isShown:({contacts:t})=>t.some(r)}},needsAgent:!0,buttons:{"--dial":(t,e)=>new ConnectDialRequestEvent({endpoint:e})}}

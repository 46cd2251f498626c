import{CtiError as e}from"../ccp/cti-service-client.js"
import{createCommands as t,createQueries as o}from"./operations.js"
import{createParticipantService as n,PARTICIPANT_OPERATIONS as c}from"./participant-service.js"
import{POLLING_OPERATIONS as r}from"./polling-operations.js"
import{createScript as s}from"./script-commands.js"
import{createParts as i}from"./service-parts.js"
import{SOCKET_OPERATIONS as a}from"./socket-server.js"
const p=3e4,l=1e4
export function createCtiService({clock:r,...p}={}){const l=i(p,r),k=o(l),h=t(l),w=["getAgentSnapshot",...Object.keys(k),...Object.keys(h),...c,...a]
function v(t,o){const n=Object.hasOwn(k,t)?k[t]:void 0
if(n)return n(o)
const c=Object.hasOwn(h,t)?h[t]:void 0
if(c)return l.transact(()=>c(o))
throw new e("UnknownOperationException",`The service has no operation ${t}.`)}return{...s(l,w),clock:l.clock,openSocket:(e,t)=>l.sockets.connect(t),discover:()=>Promise.resolve(l.traffic.answer()),participant:n(l,{record:(e,t)=>m(l,e,t),delay:()=>f(l,void 0)}),call:async(e,t,o)=>(m(l,e,t),await f(l,o.signal),l.faults.checkSession(o.authToken),l.faults.perform(e,()=>"getAgentSnapshot"===e?u(l,t,o):v(e,t)))}}function m({calls:e,clock:t},o,n){r.includes(o)||"web_socket"===n.transportType||(e.push({operation:o,params:n,at:t.shown(t.now()).getTime()}),e.length>l&&e.shift())}async function f({clock:e,faults:t},o){t.latency>0&&await new Promise(n=>{const c=e.setTimer(t.latency,n)
o?.addEventListener("abort",()=>(c(),n()),{once:!0})}),o?.throwIfAborted()}function u({faults:e,history:t},{nextToken:o,timeout:n=3e4},{authToken:c,signal:r}){return t.next({nextToken:o,timeout:Number(n),signal:r,check:()=>e.checkSession(c)})}
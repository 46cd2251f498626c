import{takeTime as t}from"../../conduit/time-limit.js"
import{isRecord as e}from"../../conduit/wire.js"
import{answerFetch as n}from"./participant-bridge.js"
import{ScriptLink as i}from"../channel/script-link.js"
import{forRegions as r,hasRegions as o}from"./two-regions.js"
export{simulatorUrl}from"./simulator-url.js"
export{instanceArnOf}from"../service/traffic-distribution.js"
const a=5e3
async function s(t,e){const n=globalThis.Element&&t instanceof Element?t.localName:""
if(!n.includes("-")||customElements.get(n))return
let i
const r=new Promise((t,r)=>{const o=`<${n}> is not defined after ${e} ms: import connect-ccp-elements/define.js`
i=setTimeout(()=>r(new Error(o)),e)})
await Promise.race([customElements.whenDefined(n),r]).finally(()=>clearTimeout(i))}const c=t=>"contentWindow"in t
function m(t){if(c(t))return t
const e="core"in t?t:t.connect
return e?.core?.getFrame?.()??null}export async function attachSimulator(n,i={}){if(!e(n))throw new TypeError("attachSimulator takes a <connect-ccp>, a runtime or an iframe, not "+(null===n?"null":typeof n))
const{time:c}=t("timeout",i.timeout,{usual:a})
if(await s(n,c),!o(n))return u(n,c)
const m=n.regions.map(async t=>[t.region??"",await u(t,c)])
return r(n,new Map(await Promise.all(m)))}async function u(t,e){const r=new i(()=>m(t),e)
await r.attach()
const o=t=>(...e)=>r.run(t,e),a=o("truth")
let s
return{incomingCall:o("incomingCall"),incomingChat:o("incomingChat"),incomingTask:o("incomingTask"),queuedCallback:o("queuedCallback"),customerHangsUp:o("customerHangsUp"),customerAnswers:o("customerAnswers"),thirdPartyAnswers:o("thirdPartyAnswers"),thirdPartyHangsUp:o("thirdPartyHangsUp"),customerSays:o("customerSays"),customerTypes:o("customerTypes"),missed:o("missed"),contactFails:o("contactFails"),setAgentState:o("setAgentState"),setAttributes:o("setAttributes"),setConfiguration:o("setConfiguration"),monitor:o("monitor"),fail:o("fail"),latency:o("latency"),expireSession:o("expireSession"),denyAccess:o("denyAccess"),signIn:o("signIn"),signOut:o("signOut"),advance:o("advance"),skew:o("skew"),truth:a,silence:o("silence"),dropSocket:o("dropSocket"),softphoneError:o("softphoneError"),microphone:o("microphone"),configured:o("configured"),activeRegion:o("activeRegion"),impair:o("impair"),reloadFrame:async()=>{const t=r.nextLoad()
t.catch(()=>{}),await r.run("reloadFrame",[]),await t},answerParticipantService:async()=>{const{agent:t}=await a(),e=String(t.configuration.agentARN).split(":")[3]??""
s??=n(globalThis,e,o("participant"))},detach:()=>{s?.(),r.detach()}}}
import{isRecord as t}from"../../conduit/wire.js"
import{answerFetch as e}from"./participant-bridge.js"
import{ScriptLink as n}from"../channel/script-link.js"
import{forRegions as i,hasRegions as r}from"./two-regions.js"
export{simulatorUrl}from"./simulator-url.js"
export{instanceArnOf}from"../service/traffic-distribution.js"
const o=5e3
async function a(t,e){const n=globalThis.Element&&t instanceof Element?t.localName:""
if(!n.includes("-")||customElements.get(n))return
let i
const r=new Promise((t,r)=>{const o=`<${n}> is not defined after ${e} ms: import connect-ccp-elements/define.js`
i=setTimeout(()=>r(new Error(o)),e)})
await Promise.race([customElements.whenDefined(n),r]).finally(()=>clearTimeout(i))}const s=t=>"contentWindow"in t
function c(t){if(s(t))return t
const e="core"in t?t:t.connect
return e?.core?.getFrame?.()??null}export async function attachSimulator(e,n={}){if(!t(e))throw new TypeError("attachSimulator takes a <connect-ccp>, a runtime or an iframe, not "+(null===e?"null":typeof e))
if(await a(e,n.timeout??o),!r(e))return m(e,n)
const s=e.regions.map(async t=>[t.region??"",await m(t,n)])
return i(e,new Map(await Promise.all(s)))}async function m(t,{timeout:i=5e3}){const r=new n(()=>c(t),i)
await r.attach()
const o=t=>(...e)=>r.run(t,e),a=o("truth")
let s
return{incomingCall:o("incomingCall"),incomingChat:o("incomingChat"),incomingTask:o("incomingTask"),queuedCallback:o("queuedCallback"),customerHangsUp:o("customerHangsUp"),customerAnswers:o("customerAnswers"),thirdPartyAnswers:o("thirdPartyAnswers"),thirdPartyHangsUp:o("thirdPartyHangsUp"),customerSays:o("customerSays"),customerTypes:o("customerTypes"),missed:o("missed"),contactFails:o("contactFails"),setAgentState:o("setAgentState"),setAttributes:o("setAttributes"),setConfiguration:o("setConfiguration"),monitor:o("monitor"),fail:o("fail"),latency:o("latency"),expireSession:o("expireSession"),denyAccess:o("denyAccess"),signIn:o("signIn"),signOut:o("signOut"),advance:o("advance"),skew:o("skew"),truth:a,silence:o("silence"),dropSocket:o("dropSocket"),softphoneError:o("softphoneError"),microphone:o("microphone"),configured:o("configured"),activeRegion:o("activeRegion"),impair:o("impair"),reloadFrame:async()=>{const t=r.nextLoad()
t.catch(()=>{}),await r.run("reloadFrame",[]),await t},answerParticipantService:async()=>{const{agent:t}=await a(),n=String(t.configuration.agentARN).split(":")[3]??""
s??=e(globalThis,n,o("participant"))},detach:()=>{s?.(),r.detach()}}}
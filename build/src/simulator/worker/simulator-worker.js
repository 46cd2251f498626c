import{CcpWorker as e}from"../ccp/shared-worker.js"
import{isEnvelope as t,isRecord as s}from"../../conduit/wire.js"
import{EventType as r}from"../../events/event-names.js"
import{createCtiService as n}from"../service/cti-service.js"
import{isSimulatorMessage as i,SERVICE_COMMANDS as o}from"../channel/script-channel.js"
const a={snapshotPause:0,retryPause:250,unauthorizedRetries:0,deniedRetries:0},c={reconnect:50,reconnectLimit:250},p=100,d=e=>o.includes(e)
export class SimulatorWorker{#e=new Set
#t=null
connect(e){this.#e.add(e),e.addEventListener("message",t=>this.#s(e,t)),e.addEventListener("close",()=>this.#e.delete(e)),e.start()}#s(e,{data:n,ports:o}){if(t(n)&&n.event===r.CLOSE&&this.#e.delete(e),i(n))switch(n.simulator){case"options":this.#r(s(n.options)?n.options:{})
break
case"ccp":this.#e.add(e),this.#n.worker.connect(e)
break
case"script":{const e=o[0]??n.port
e instanceof MessagePort&&this.#i(e)
break}}}get#n(){const e=this.#t??=this.#o({})
if(e instanceof Error)throw e
return e}#r(e){if(!this.#t)try{this.#t=this.#o(e)}catch(e){this.#t=e instanceof Error?e:new Error(String(e))}}#o(t){const s=n(t),{openSocket:r,discover:i}=s,o={pause:t.regionPause??p,discover:i}
return{service:s,worker:new e({service:s,openSocket:r,onSession:e=>{e||s.expireSession(),this.#a(e)},pace:a,socketPace:c,regionPolling:o})}}#a(e){const t={simulator:"session",signedIn:e}
for(const e of this.#e)e.postMessage(t)}#i(e){e.addEventListener("message",t=>{const r=t.data
!s(r)||"number"!=typeof r.id&&"string"!=typeof r.id||this.#c(r.id,r.command,r.args).then(t=>e.postMessage(t))}),e.start()}async#c(e,t,s){try{return{id:e,result:await this.#p(t,Array.isArray(s)?s:[])}}catch(t){return{id:e,error:t instanceof Error?t.message:String(t)}}}async#p(e,t){if(!d(e))throw new Error(`There is no command "${String(e)}". The commands are: ${o.join(", ")}.`)
const{service:s,worker:r}=this.#n,n=(0,s[e])(...t)
return"setConfiguration"===e&&await r.reloadConfiguration(),"signIn"===e&&this.#a(!0),"signOut"===e&&r.terminate(),n}}
import{createConnect as e}from"../connect.js"
import{StateError as n,ValueError as o}from"../errors/errors.js"
import{GlobalResiliencyEvents as i}from"../events/event-names.js"
import{checkedAddress as r}from"../embedding/addresses.js"
import{Embedding as t}from"../embedding/embedding.js"
import{TwoCcps as s}from"./two-ccps.js"
function l(e){for(const n of["secondaryCCPUrl","loginUrl"])if(!r(`params.${n}`,e[n],document.baseURI))return`enableGlobalResiliency needs ${n}, a web address`
return null}export function createResilientConnect(r={}){let c,a=!1
const b=e({...r,embed:e=>(c=a?new s(e,f):void 0,c??new t(e))}),{core:d}=b,m=d.initCCP,R=d.getEventBus()
function f(e){b.ChatSession?.setRegionOverride?.(e)}const g=()=>c?.signal.aborted?void 0:c
function u(e,n){if("string"==typeof n||!n?.enableGlobalResiliency)return m(e,n)
const{enableGlobalResiliency:r,...t}=n,s=l(t)
a=r&&null===s
try{m(e,t)}finally{a=!1}if(null===s)return
const c=new o("%s: one region is embedded.",s)
b.getLog().error("%s",c.message),R.trigger(i.CONFIGURE_ERROR,c)}const C={getActiveRegion:()=>g()?.activeRegion??null,onFailoverDetected:e=>R.subscribe(i.FAILOVER_DETECTED_CRM,e),onFailoverPending:e=>R.subscribe(i.FAILOVER_PENDING_CRM,e),onFailoverCompleted:e=>R.subscribe(i.FAILOVER_COMPLETE,e),onConfigureError:e=>R.subscribe(i.CONFIGURE_ERROR,e),forceFailover(){const e=g()
if(!e)throw new n("No two regions are embedded: call initCCP with enableGlobalResiliency first.")
e.forceFailover()}}
return d.initCCP=u,Object.assign(b,{initCCP:u,globalResiliency:C})}
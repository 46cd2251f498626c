import{createConnect as e}from"../connect.js"
import{StateError as n,ValueError as o}from"../errors/errors.js"
import{GlobalResiliencyEvents as i}from"../events/event-names.js"
import{Embedding as r}from"../embedding/embedding.js"
import{TwoCcps as t}from"./two-ccps.js"
function s(e){for(const n of["secondaryCCPUrl","loginUrl"]){const o=e[n]
if(!o||!URL.canParse(o,document.baseURI))return`enableGlobalResiliency needs ${n}, a web address`}return null}export function createResilientConnect(l={}){let c,a=!1
const b=e({...l,embed:e=>(c=a?new t(e,g):void 0,c??new r(e))}),{core:R}=b,d=R.initCCP,f=R.getEventBus()
function g(e){b.ChatSession?.setRegionOverride?.(e)}const u=()=>c?.signal.aborted?void 0:c
function C(e,n){if("string"==typeof n||!n?.enableGlobalResiliency)return d(e,n)
const{enableGlobalResiliency:r,...t}=n,l=s(t)
a=r&&null===l
try{d(e,t)}finally{a=!1}if(null===l)return
const c=new o("%s: one region is embedded.",l)
b.getLog().error("%s",c.message),f.trigger(i.CONFIGURE_ERROR,c)}const m={getActiveRegion:()=>u()?.activeRegion??null,onFailoverDetected:e=>f.subscribe(i.FAILOVER_DETECTED_CRM,e),onFailoverPending:e=>f.subscribe(i.FAILOVER_PENDING_CRM,e),onFailoverCompleted:e=>f.subscribe(i.FAILOVER_COMPLETE,e),onConfigureError:e=>f.subscribe(i.CONFIGURE_ERROR,e),forceFailover(){const e=u()
if(!e)throw new n("No two regions are embedded: call initCCP with enableGlobalResiliency first.")
e.forceFailover()}}
return R.initCCP=C,Object.assign(b,{initCCP:C,globalResiliency:m})}
import{createConnect as e}from"../connect.js"
import{assertFunction as o,StateError as n,ValueError as r}from"../errors/errors.js"
import{EventBus as t}from"../events/event-bus.js"
import{ActiveConnect as i,createScriptTrust as c}from"./active-connect.js"
import{checkGlobalOptions as a,optionsByRegion as s}from"./global-options.js"
import{RegionPair as g}from"./region-pair.js"
import{RegionStage as l}from"./region-stage.js"
const d="init",f="complete",m="pending"
export function createGlobalConnect(){const p=new t({onError:e=>console.error("globalConnect: a handler failed.",e)}),u=(e,o)=>{const n=p.subscribe(e,o)
return()=>n.unsubscribe()},v=c()
let w
function b(){if(!w?.pair)throw new n("No two regions are embedded: call globalConnect.core.initCCP first.")
return w.pair}async function C(o,n,t,c){const a=[t.region,t.standByRegion.region],u=c||(t.pollForFailover?a[0]:"")
if(!a.includes(u))throw new r("primaryRegion must be one of %s",a.join(" and "))
let b
const C=new Promise(e=>b=e),y=s(t,e=>o.pair?.active.region===e),j=a.map(o=>{const{instanceArn:n,ccpUrl:r}=y[o]
return{region:o,instanceArn:n,ccpUrl:r,connect:e({holdDataUntil:C})}}),P=new l(n,a,u),[R,h]=u===a[0]?j:j.toReversed()
let U
const A=new Promise(e=>{U=o.pair=new g(R,h,{ready(){for(const e of j)p.trigger(d,e)
e(U.active.connect),setTimeout(b)},pending:e=>p.trigger(m,{nextActiveArn:e}),complete(){const{region:e,ccpUrl:o}=U.active
P.show(e),p.trigger(f,{activeRegion:e,activeCcpUrl:o})}})}),F=new i(()=>U.active.connect)
o.end=()=>{U.end(),F.end()
for(const{connect:e}of j)e.core.terminate()
P.end()}
for(const{region:e,connect:o}of j)await F.run(t.additionalScripts??[],o,v,(n,r="")=>o.getLog().error("The script %s of %s does not load.%s",n,e,r))
if(w===o)for(const{region:e,connect:o}of j)o.core.initCCP(P.boxOf(e),y[e])
return A}return{core:{initCCP(e,o){if(a(e,o),w)throw new n("Two regions are embedded: call globalConnect.core.terminate first.")
const r=w={}
let t
o.getPrimaryRegion(n=>t??=C(r,e,o,n),e=>{console.error("globalConnect: getPrimaryRegion found no region."),e?.()})},terminate(){const e=w
w=void 0,e?.end?.()},onInit:e=>(o(e,"f"),u(d,({connect:o,region:n})=>e(o,n))),onFailoverComplete:e=>u(f,e),onFailoverPending:e=>u(m,e),downloadLogs:e=>b().downloadLogs(e),failover:e=>b().failover(e),get primaryRegion(){return w?.pair?.active.region},get secondaryRegion(){return w?.pair?.standby.region}}}}
import{promised as o}from"../conduit/native-promise.js"
import{createConnect as e}from"../connect.js"
import{assertFunction as n,StateError as r,ValueError as t}from"../errors/errors.js"
import{EventBus as i}from"../events/event-bus.js"
import{ActiveConnect as c,createScriptTrust as a}from"./active-connect.js"
import{checkedGlobalOptions as s,optionsByRegion as g}from"./global-options.js"
import{RegionPair as l}from"./region-pair.js"
import{RegionStage as d}from"./region-stage.js"
const f="init",p="complete",m="pending"
export function createGlobalConnect(){const u=new i({onError:o=>console.error("globalConnect: a handler failed.",o)}),v=(o,e)=>{const n=u.subscribe(o,e)
return()=>n.unsubscribe()},b=a()
let w
function C(){if(!w?.pair)throw new r("No two regions are embedded: call globalConnect.core.initCCP first.")
return w.pair}async function j(n,r,i,a){const s=[i.region,i.standByRegion.region],v=a||(i.pollForFailover?s[0]:"")
if(!s.includes(v))throw new t("primaryRegion must be one of %s",s.join(" and "))
let C
const j=o(o=>C=o),y=g(i,o=>n.pair?.active.region===o),R=s.map(o=>{const{instanceArn:n,ccpUrl:r}=y[o]
return{region:o,instanceArn:n,ccpUrl:r,connect:e({holdDataUntil:j})}}),h=new d(r,s,v),[P,U]=v===s[0]?R:R.toReversed()
let A
const F=o(o=>{A=n.pair=new l(P,U,{ready(){for(const o of R)u.trigger(f,o)
o(A.active.connect),setTimeout(C)},pending:o=>u.trigger(m,{nextActiveArn:o}),complete(){const{region:o,ccpUrl:e}=A.active
h.show(o),u.trigger(p,{activeRegion:o,activeCcpUrl:e})}})}),x=new c(()=>A.active.connect)
n.end=()=>{A.end(),x.end()
for(const{connect:o}of R)o.core.terminate()
h.end()}
for(const{region:o,connect:e}of R)await x.run(i.additionalScripts??[],e,b,(n,r="")=>e.getLog().error("The script %s of %s does not load.%s",n,o,r))
if(w===n)for(const{region:o,connect:e}of R)e.core.initCCP(h.boxOf(o),y[o])
return F}return{core:{initCCP(o,e){const n=s(o,e)
if(w)throw new r("Two regions are embedded: call globalConnect.core.terminate first.")
const t=w={}
let i
n.getPrimaryRegion(e=>i??=j(t,o,n,e),o=>{console.error("globalConnect: getPrimaryRegion found no region."),o?.()})},terminate(){const o=w
w=void 0,o?.end?.()},onInit:o=>(n(o,"f"),v(f,({connect:e,region:n})=>o(e,n))),onFailoverComplete:o=>v(p,o),onFailoverPending:o=>v(m,o),downloadLogs:o=>C().downloadLogs(o),failover:o=>C().failover(o),get primaryRegion(){return w?.pair?.active.region},get secondaryRegion(){return w?.pair?.standby.region}}}}
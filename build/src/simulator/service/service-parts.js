import{AgentMachine as t}from"./agent-machine.js"
import{ChatRooms as o}from"./chat-rooms.js"
import{ContactFactory as r}from"./contact-factory.js"
import{ContactMachine as e}from"./contact-machine.js"
import{Directory as a}from"./directory.js"
import{Faults as i}from"./faults.js"
import{POLLING_OPERATIONS as s}from"./polling-operations.js"
import{IdGenerator as n}from"./id-generator.js"
import{SnapshotHistory as c}from"./snapshot-history.js"
import{keepContact as m}from"./snapshot-writer.js"
import{SocketServer as l}from"./socket-server.js"
import{ThirdParties as f}from"./third-parties.js"
import{TrafficDistribution as p}from"./traffic-distribution.js"
import{VirtualClock as w}from"./virtual-clock.js"
const u=2e4,d="aws/chat"
export function createParts(y,h=new w({skew:y.skew})){const j=new n(y.seed??1),k=new a(y),g=new c(h),b=new t(k.stateByName(y.state??"Offline"),h.now()),v=new r({clock:h,ids:j,directory:k,multiParty:y.multiParty??!1}),P=t=>{const o=t()
return B(),o},x=y.ringTimeout??u,S=new e({clock:h,factory:v,ringTimeout:x,transact:P}),N=new i(t=>s.includes(t))
N.latency=y.latency??0
const O=new l({clock:h,fails:t=>N.failsOnSocket(t)}),T=new o({clock:h,seed:y.seed??1,agentName:()=>k.configuration.name,publish:t=>O.publish(d,t)})
function B(){b.refresh(S.all,h.now()),T.follow(S.all)
const{state:t,availability:o,nextState:r}=b
g.add({agent:t,availability:o,nextState:r,contacts:S.all.map(m)})}B()
const R=new f(h,v)
return{clock:h,ids:j,directory:k,faults:N,history:g,agent:b,factory:v,contacts:S,thirdParties:R,sockets:O,chats:T,traffic:new p(y.activeRegion),calls:[],transact:P}}
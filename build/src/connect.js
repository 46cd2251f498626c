import{AgentDataProvider as e}from"./agent/agent-data.js"
import{copied as t}from"./agent/copy.js"
import{Agent as n}from"./api/agent.js"
import{bindClasses as o}from"./api/bound-classes.js"
import{CommandSender as r}from"./api/commands.js"
import{Contact as a}from"./api/contact.js"
import{createCore as s}from"./api/core.js"
import{Endpoint as i}from"./api/endpoint.js"
import{AgentErrorStates as c,ContactType as m,MediaType as d}from"./api/enums.js"
import{namespaceEnums as p}from"./api/namespace-enums.js"
import{hitch as u}from"./api/hitch.js"
import{isValidLocale as l}from"./api/locale.js"
import{SoftphoneError as f}from"./api/softphone-error.js"
import{randomId as g}from"./conduit/random-id.js"
import{isRecord as C}from"./conduit/wire.js"
import{CommandError as E,CommandErrorType as b}from"./errors/command-error.js"
import{NotImplementedError as I,StateError as j,ValueError as h}from"./errors/errors.js"
import{EventBus as T}from"./events/event-bus.js"
import{AgentEvents as w,ContactEvents as N,LinkEventType as A,getContactEventName as L,WebSocketEvents as S}from"./events/event-names.js"
import{LogComponent as O,LogContextLayer as v,LogLevel as D}from"./log/levels.js"
import{Logger as P}from"./log/logger.js"
import{CcpSlot as k}from"./embedding/ccp-slot.js"
import{createChatSessions as y}from"./media/chat-session.js"
import{createWebSocketEnd as R,publishTopic as _}from"./media/web-socket-manager.js"
import{STREAMS_VERSION as M}from"./version.js"
const U=Object.values(c),F=[w.WEBSOCKET_CONNECTION_LOST,w.WEBSOCKET_CONNECTION_GAINED],x=/\/agent\/([^/]+)$/
export function createConnect({holdDataUntil:c,embed:B}={}){const G=new P({contextLayer:v.CRM,agentResourceId:function H(){return z.hasData?x.exec(z.current.configuration.agentARN??"")?.[1]??null:null}}),K=new k(B),V=new T({present:function $(e,o){return e===w.UPDATE?t(o):o instanceof a||o instanceof n?o:F.includes(e)&&z.hasData?Object.assign(se(),o):C(o)?e.startsWith(N.ACCEPTED)&&"string"==typeof o.contactId?ie(o.contactId):e!==w.SOFTPHONE_ERROR||o instanceof f?o:f.from(o):o},onError:(e,t)=>G.error("A handler of %s failed.",t).withException(e)}),z=new e({bus:V,presenter:{agent:()=>se(),contact:e=>ie(e),removedContact:e=>ie("",e)},isErrorState:e=>U.includes(e)}),J=R(V,(e,t)=>K.send(e,t)),q=y({chatJs:function Q(){return de.ChatSession??globalThis.connect?.ChatSession},slot:K,data:z,log:G,webSocketManager:te})
let X=null
const Y=s({bus:V,data:z,log:G,slot:K,webSocketManager:te,terminated:J.renew,linked:J.repeat,holdDataUntil:c,received:function Z(e,t){switch(e){case w.UPDATE:case A.TERMINATED:q.sweep()
break
case A.LOG:C(t)&&t.loggerId!==G.getLoggerId()&&G.addLogEntry(t)
break
case S.INIT_FAILURE:X=K.embedding
break
case S.ALL_MESSAGE:_(V,t)}}}),ee=new r((e,t,n)=>{const{embedding:o}=K
return o?o.api.call(e,t,n):Promise.reject(W(e))},G)
function te(){return J.manager}const ne={bus:V,data:z,log:G,commands:ee,media:{controller:function oe(e){return e.getMediaType()===d.CHAT?q.get(e):Promise.resolve(e.getMediaInfo())}},send:(e,t)=>K.send(e,t),broadcast:(e,t)=>K.broadcast(e,t),report:(e,t)=>{K.embedding&&K.broadcast(e,t)},agent:se,contact:ie,connection:function re(e,t){const{contactId:n,type:o}=e.contact.data
return new(ce(o))(n,e.data.connectionId,t?e:void 0)}},ae=o(ne)
function se(e){return e?new ae.AgentSnapshot(e.data):new ae.Agent}function ie(e,t){return t?new ae.ContactSnapshot(t):new ae.Contact(e)}function ce(e){switch(e){case m.CHAT:return ae.ChatConnection
case m.TASK:return ae.TaskConnection
case m.EMAIL:return ae.EmailConnection
default:return ae.Connection}}const me=e=>{const t=V.subscribe(S.INIT_FAILURE,e)
return X&&X===K.embedding&&e(null,S.INIT_FAILURE,V),t},de={...p,getContactEventName:L,...ae,CommandError:E,CommandErrorType:b,Endpoint:i,Address:i,EventBus:T,LogComponent:O,LogContextLayer:v,LogLevel:D,NotImplementedError:I,SoftphoneError:f,StateError:j,ValueError:h,version:M,core:Y,initCCP:Y.initCCP,agent:Object.defineProperty(e=>{const t=V.subscribe(w.INIT,e)
return z.hasData&&e(se(),w.INIT,V),t},"initialized",{get:()=>z.hasData,enumerable:!0}),contact:e=>V.subscribe(N.INIT,e),onWebSocketInitFailure:me,onWebsocketInitFailure:me,getLog:()=>G,hitch:u,isValidLocale:l,randomId:g}
return de}function W(e){return new E({operation:e,type:b.NOT_CONNECTED,message:`${e} was not sent: no CCP is embedded`,hint:"Call connect.core.initCCP first, or put a <connect-ccp> on the page."})}
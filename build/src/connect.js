import{AgentDataProvider as e}from"./agent/agent-data.js"
import{Agent as t}from"./api/agent.js"
import{bindClasses as n}from"./api/bound-classes.js"
import{CommandSender as o}from"./api/commands.js"
import{Contact as r}from"./api/contact.js"
import{createCore as a}from"./api/core.js"
import{Endpoint as i}from"./api/endpoint.js"
import{AgentErrorStates as s,ContactType as c,MediaType as m}from"./api/enums.js"
import{documentedEnums as d}from"./api/documented-enums.js"
import{hitch as p}from"./api/hitch.js"
import{isValidLocale as u}from"./api/locale.js"
import{SoftphoneError as l}from"./api/softphone-error.js"
import{randomId as f}from"./conduit/random-id.js"
import{isRecord as g}from"./conduit/wire.js"
import{CommandError as C,CommandErrorType as E}from"./errors/command-error.js"
import{NotImplementedError as b,StateError as I,ValueError as j}from"./errors/errors.js"
import{EventBus as h}from"./events/event-bus.js"
import{AgentEvents as T,ContactEvents as w,LinkEventType as N,getContactEventName as A,WebSocketEvents as L}from"./events/event-names.js"
import{LogComponent as S,LogContextLayer as O,LogLevel as v}from"./log/levels.js"
import{Logger as D}from"./log/logger.js"
import{CcpSlot as k}from"./embedding/ccp-slot.js"
import{createChatSessions as P}from"./media/chat-session.js"
import{createWebSocketEnd as R,publishTopic as _}from"./media/web-socket-manager.js"
import{STREAMS_VERSION as y}from"./version.js"
const M=Object.values(s),F=[T.WEBSOCKET_CONNECTION_LOST,T.WEBSOCKET_CONNECTION_GAINED],U=/\/agent\/([^/]+)$/
export function createConnect({holdDataUntil:s,embed:W}={}){const B=new D({contextLayer:O.CRM,agentResourceId:function G(){return $.hasData?U.exec($.current.configuration.agentARN??"")?.[1]??null:null}}),H=new k(W),K=new h({present:function V(e,n){return n instanceof r||n instanceof t?n:F.includes(e)&&$.hasData?Object.assign(ae(),n):g(n)?e.startsWith(w.ACCEPTED)&&"string"==typeof n.contactId?ie(n.contactId):e!==T.SOFTPHONE_ERROR||n instanceof l?n:l.from(n):n},onError:(e,t)=>B.error("A handler of %s failed.",t).withException(e)}),$=new e({bus:K,presenter:{agent:()=>ae(),contact:e=>ie(e),removedContact:e=>ie("",e)},isErrorState:e=>M.includes(e)}),z=R(K,(e,t)=>H.send(e,t)),J=P({chatJs:function q(){return me.ChatSession??globalThis.connect?.ChatSession},slot:H,data:$,log:B,webSocketManager:ee})
let Q=null
const X=a({bus:K,data:$,log:B,slot:H,webSocketManager:ee,terminated:z.renew,linked:z.repeat,holdDataUntil:s,received:function Y(e,t){switch(e){case T.UPDATE:case N.TERMINATED:J.sweep()
break
case N.LOG:g(t)&&t.loggerId!==B.getLoggerId()&&B.addLogEntry(t)
break
case L.INIT_FAILURE:Q=H.embedding
break
case L.ALL_MESSAGE:_(K,t)}}}),Z=new o((e,t,n)=>{const{embedding:o}=H
return o?o.api.call(e,t,n):Promise.reject(x(e))},B)
function ee(){return z.manager}const te={bus:K,data:$,log:B,commands:Z,media:{controller:function ne(e){return e.getMediaType()===m.CHAT?J.get(e):Promise.resolve(e.getMediaInfo())}},send:(e,t)=>H.send(e,t),broadcast:(e,t)=>H.broadcast(e,t),report:(e,t)=>{H.embedding&&H.broadcast(e,t)},agent:ae,contact:ie,connection:function oe(e,t){const{contactId:n,type:o}=e.contact.data
return new(se(o))(n,e.data.connectionId,t?e:void 0)}},re=n(te)
function ae(e){return e?new re.AgentSnapshot(e.data):new re.Agent}function ie(e,t){return t?new re.ContactSnapshot(t):new re.Contact(e)}function se(e){switch(e){case c.CHAT:return re.ChatConnection
case c.TASK:return re.TaskConnection
case c.EMAIL:return re.EmailConnection
default:return re.Connection}}const ce=e=>{const t=K.subscribe(L.INIT_FAILURE,e)
return Q&&Q===H.embedding&&e(null,L.INIT_FAILURE,K),t},me={...d,getContactEventName:A,...re,VoiceConnection:re.Connection,CommandError:C,CommandErrorType:E,Endpoint:i,Address:i,EventBus:h,LogComponent:S,LogContextLayer:O,LogLevel:v,NotImplementedError:b,SoftphoneError:l,StateError:I,ValueError:j,version:y,core:X,initCCP:X.initCCP,agent:Object.defineProperty(e=>{const t=K.subscribe(T.INIT,e)
return $.hasData&&e(ae(),T.INIT,K),t},"initialized",{get:()=>$.hasData,enumerable:!0}),contact:e=>K.subscribe(w.INIT,e),onWebSocketInitFailure:ce,onWebsocketInitFailure:ce,getLog:()=>B,hitch:p,isValidLocale:u,randomId:f}
return me}function x(e){return new C({operation:e,type:E.NOT_CONNECTED,message:`${e} was not sent: no CCP is embedded`,hint:"Call connect.core.initCCP first, or put a <connect-ccp> on the page."})}
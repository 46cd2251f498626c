import{frozen as e}from"../agent/freeze.js"
import{takeTime as t}from"../conduit/time-limit.js"
import{assertNotNull as n,NotImplementedError as r,ValueError as o}from"../errors/errors.js"
import{AgentEvents as i,CcpEvents as s,ContactEvents as a,LinkEventType as c}from"../events/event-names.js"
import{SECOND_INIT as d}from"../embedding/facts.js"
import{withKeepableTimes as m}from"../embedding/option-times.js"
import{checkedOptions as u,uselessOptions as g}from"../embedding/options.js"
import{STREAMS_VERSION as p}from"../version.js"
import{CONTACT_ACTIVE_STATES as l,ContactStateType as E,ContactType as b}from"./enums.js"
import{frameMediaDevices as f}from"./frame-devices.js"
const A=Object.values(l),S=[E.CONNECTED],C=[b.VOICE,b.QUEUE_CALLBACK]
function I(e,t){if(!e.hasData)return!1
const{contacts:n}=e.current.agent
return n.some(({type:e,state:n})=>C.includes(e)&&t.includes(n.type))}const h=({isPrimary:e})=>"function"==typeof e&&!e()
export function createCore(l){const{bus:E,data:b,log:C,slot:T,webSocketManager:v,holdDataUntil:D,received:U}=l,w=(e,t)=>E.subscribe(e,t)
let R,j,_=void 0!==D
function z(){const{embedding:e}=T
e&&e.portId!==R&&(R=e.portId,I(b,S)&&T.broadcast(c.MUTE),l.linked())}function y(){j=void 0,T.stop(),b.reset()}return D?.then(()=>{_=!1,j&&T.embedding?.conduit.upstreamBus.trigger(i.UPDATE,j),j=void 0}),{initCCP(t,r){if(n(t,"containerDiv"),"function"!=typeof t.appendChild)throw new o('containerDiv must be an element of the page, such as document.querySelector("#ccp")')
const{options:c,problems:l}=m(u(r,document.baseURI))
if(T.embedding)return void C.warn(d)
for(const e of[...l,...g(c)])C.warn("%s",e)
const f=T.embed({container:t,options:c,bus:E,outerContext:{streamsVersion:p},acceptAgentData:t=>_?(j=t,!1):!!b.accept(t,h(c))&&(E.hasSubscribers(i.UPDATE)&&e(t),z(),!0),forgetAgent:()=>b.reset(),hasLiveVoice:()=>I(b,A),isIdle:()=>!b.hasData||!b.current.agent.contacts.length,received:U,statusChanged:(e,t)=>E.trigger(s.STATUS,Object.freeze({status:e,previous:t})),onError:(e,t)=>C.error("A handler of %s failed.",t).withException(e)}),{status:S,signal:v}=f
c.onViewContact&&E.subscribe(a.VIEW,c.onViewContact,{signal:v}),E.trigger(s.STATUS,Object.freeze({status:S,previous:"idle"}))},terminate(){y(),E.unsubscribeAll(),l.terminated()},stopCCP(){y(),T.removeFrame()},getFrame:()=>T.embedding?.frame??null,getOrigin:()=>T.embedding?.origin??null,getStatus:()=>T.embedding?.status??"idle",hasAnswered:()=>T.embedding?.answered??!1,getFacts:()=>T.embedding,onStatusChange:e=>w(s.STATUS,e),login:()=>T.present.login(),retry:()=>T.present.retry(),onFrameRetry:e=>w(s.RETRY,e),get initialized(){return T.embedding?.initialized??!1},get portStreamId(){return T.embedding?.portId},onInitialized:e=>w(c.INIT,e),onAuthFail:e=>w(c.AUTH_FAIL,e),onAuthorizeSuccess:e=>w(c.AUTHORIZE_SUCCESS,e),onAccessDenied:e=>w(c.ACCESS_DENIED,e),onIframeRetriesExhausted:e=>w(c.IFRAME_RETRIES_EXHAUSTED,e),onAuthorizeRetriesExhausted:e=>w(c.AUTHORIZE_RETRIES_EXHAUSTED,e),onCTIAuthorizeRetriesExhausted:e=>w(c.CTI_AUTHORIZE_RETRIES_EXHAUSTED,e),viewContact(e){T.broadcast(a.VIEW,{contactId:e})},onViewContact:e=>w(a.VIEW,e),getFrameMediaDevices(e){const{time:n,problem:r}=t("timeout",e,{usual:1e3})
return r&&C.warn("getFrameMediaDevices: %s",r),f(T.present.conduit,n)},getWebSocketManager:v,getEventBus:()=>E,getUpstream:()=>T.present.conduit,getSDKClientConfig(){throw new r("The @amazon-connect clients are not supported.")},getAgentDataProvider:()=>b,getSkew:()=>b.current.skew}}
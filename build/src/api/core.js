import{takeTime as e}from"../conduit/time-limit.js"
import{assertNotNull as t,NotImplementedError as n,ValueError as r}from"../errors/errors.js"
import{AgentEvents as o,CcpEvents as i,ContactEvents as s,LinkEventType as a}from"../events/event-names.js"
import{SECOND_INIT as c}from"../embedding/facts.js"
import{withKeepableTimes as d}from"../embedding/option-times.js"
import{checkedOptions as m,uselessOptions as u}from"../embedding/options.js"
import{STREAMS_VERSION as g}from"../version.js"
import{CONTACT_ACTIVE_STATES as p,ContactStateType as l,ContactType as E}from"./enums.js"
import{frameMediaDevices as b}from"./frame-devices.js"
const f=Object.values(p),A=[l.CONNECTED],C=[E.VOICE,E.QUEUE_CALLBACK]
function I(e,t){if(!e.hasData)return!1
const{contacts:n}=e.current.agent
return n.some(({type:e,state:n})=>C.includes(e)&&t.includes(n.type))}const S=({isPrimary:e})=>"function"==typeof e&&!e()
export function createCore(p){const{bus:l,data:E,log:C,slot:h,webSocketManager:T,holdDataUntil:v,received:D}=p,U=(e,t)=>l.subscribe(e,t)
let w,R,j=void 0!==v
function _(){const{embedding:e}=h
e&&e.portId!==w&&(w=e.portId,I(E,A)&&h.broadcast(a.MUTE),p.linked())}function y(){R=void 0,h.stop(),E.reset()}return v?.then(()=>{j=!1,R&&h.embedding?.conduit.upstreamBus.trigger(o.UPDATE,R),R=void 0}),{initCCP(e,n){if(t(e,"containerDiv"),"function"!=typeof e.appendChild)throw new r('containerDiv must be an element of the page, such as document.querySelector("#ccp")')
const{options:o,problems:a}=d(m(n,document.baseURI))
if(h.embedding)return void C.warn(c)
for(const e of[...a,...u(o)])C.warn("%s",e)
const p=h.embed({container:e,options:o,bus:l,outerContext:{streamsVersion:g},acceptAgentData:e=>j?(R=e,!1):!!E.accept(e,S(o))&&(_(),!0),forgetAgent:()=>E.reset(),hasLiveVoice:()=>I(E,f),isIdle:()=>!E.hasData||!E.current.agent.contacts.length,received:D,statusChanged:(e,t)=>l.trigger(i.STATUS,Object.freeze({status:e,previous:t})),onError:(e,t)=>C.error("A handler of %s failed.",t).withException(e)}),{status:b,signal:A}=p
o.onViewContact&&l.subscribe(s.VIEW,o.onViewContact,{signal:A}),l.trigger(i.STATUS,Object.freeze({status:b,previous:"idle"}))},terminate(){y(),l.unsubscribeAll(),p.terminated()},stopCCP(){y(),h.removeFrame()},getFrame:()=>h.embedding?.frame??null,getOrigin:()=>h.embedding?.origin??null,getStatus:()=>h.embedding?.status??"idle",hasAnswered:()=>h.embedding?.answered??!1,getFacts:()=>h.embedding,onStatusChange:e=>U(i.STATUS,e),login:()=>h.present.login(),retry:()=>h.present.retry(),onFrameRetry:e=>U(i.RETRY,e),get initialized(){return h.embedding?.initialized??!1},get portStreamId(){return h.embedding?.portId},onInitialized:e=>U(a.INIT,e),onAuthFail:e=>U(a.AUTH_FAIL,e),onAuthorizeSuccess:e=>U(a.AUTHORIZE_SUCCESS,e),onAccessDenied:e=>U(a.ACCESS_DENIED,e),onIframeRetriesExhausted:e=>U(a.IFRAME_RETRIES_EXHAUSTED,e),onAuthorizeRetriesExhausted:e=>U(a.AUTHORIZE_RETRIES_EXHAUSTED,e),onCTIAuthorizeRetriesExhausted:e=>U(a.CTI_AUTHORIZE_RETRIES_EXHAUSTED,e),viewContact(e){h.broadcast(s.VIEW,{contactId:e})},onViewContact:e=>U(s.VIEW,e),getFrameMediaDevices(t){const{time:n,problem:r}=e("timeout",t,{usual:1e3})
return r&&C.warn("getFrameMediaDevices: %s",r),b(h.present.conduit,n)},getWebSocketManager:T,getEventBus:()=>l,getUpstream:()=>h.present.conduit,getSDKClientConfig(){throw new n("The @amazon-connect clients are not supported.")},getAgentDataProvider:()=>E,getSkew:()=>E.current.skew}}
import{frozen as e}from"../agent/freeze.js"
import{assertNotNull as t,NotImplementedError as n,ValueError as r}from"../errors/errors.js"
import{AgentEvents as o,CcpEvents as i,ContactEvents as s,LinkEventType as a}from"../events/event-names.js"
import{SECOND_INIT as c}from"../embedding/facts.js"
import{checkedOptions as d,uselessOptions as u}from"../embedding/options.js"
import{STREAMS_VERSION as g}from"../version.js"
import{CONTACT_ACTIVE_STATES as m,ContactStateType as p,ContactType as E}from"./enums.js"
import{frameMediaDevices as b}from"./frame-devices.js"
const l=Object.values(m),I=[p.CONNECTED],f=[E.VOICE,E.QUEUE_CALLBACK]
function A(e,t){if(!e.hasData)return!1
const{contacts:n}=e.current.agent
return n.some(({type:e,state:n})=>f.includes(e)&&t.includes(n.type))}const S=({isPrimary:e})=>"function"==typeof e&&!e()
export function createCore(m){const{bus:p,data:E,log:f,slot:C,webSocketManager:h,holdDataUntil:T,received:v}=m,U=(e,t)=>p.subscribe(e,t)
let D,R,w,j=void 0!==T
function _(){const{embedding:e}=C
e&&e.portId!==R&&(R=e.portId,A(E,I)&&C.broadcast(a.MUTE),m.linked())}function z(){w=void 0,C.stop(),E.reset()}return T?.then(()=>{j=!1,w&&C.embedding?.conduit.upstreamBus.trigger(o.UPDATE,w),w=void 0}),{initCCP(n,a){if(t(n,"containerDiv"),"function"!=typeof n.appendChild)throw new r('containerDiv must be an element of the page, such as document.querySelector("#ccp")')
const m=d(a,document.baseURI)
if(C.embedding)return void f.warn(c)
for(const e of u(m))f.warn("%s",e)
const b=C.embed({container:n,options:m,bus:p,outerContext:{streamsVersion:g},acceptAgentData:t=>j?(w=t,!1):!!E.accept(t,S(m))&&(p.hasSubscribers(o.UPDATE)&&e(t),_(),!0),forgetAgent:()=>E.reset(),hasLiveVoice:()=>A(E,l),isIdle:()=>!E.hasData||!E.current.agent.contacts.length,received:v,statusChanged:(e,t)=>p.trigger(i.STATUS,Object.freeze({status:e,previous:t})),onError:(e,t)=>f.error("A handler of %s failed.",t).withException(e)}),{status:I,signal:h}=b
p.subscribe(s.VIEW,e=>D={portId:C.embedding?.portId,contactId:e?.contactId},{signal:h}),m.onViewContact&&p.subscribe(s.VIEW,m.onViewContact,{signal:h}),p.trigger(i.STATUS,Object.freeze({status:I,previous:"idle"}))},terminate(){z(),p.unsubscribeAll(),m.terminated()},stopCCP(){z(),C.removeFrame()},getFrame:()=>C.embedding?.frame??null,getOrigin:()=>C.embedding?.origin??null,getStatus:()=>C.embedding?.status??"idle",hasAnswered:()=>C.embedding?.answered??!1,getFacts:()=>C.embedding,onStatusChange:e=>U(i.STATUS,e),login:()=>C.present.login(),retry:()=>C.present.retry(),onFrameRetry:e=>U(i.RETRY,e),get initialized(){return C.embedding?.initialized??!1},get portStreamId(){return C.embedding?.portId},onInitialized:e=>U(a.INIT,e),onAuthFail:e=>U(a.AUTH_FAIL,e),onAuthorizeSuccess:e=>U(a.AUTHORIZE_SUCCESS,e),onAccessDenied:e=>U(a.ACCESS_DENIED,e),onIframeRetriesExhausted:e=>U(a.IFRAME_RETRIES_EXHAUSTED,e),onAuthorizeRetriesExhausted:e=>U(a.AUTHORIZE_RETRIES_EXHAUSTED,e),onCTIAuthorizeRetriesExhausted:e=>U(a.CTI_AUTHORIZE_RETRIES_EXHAUSTED,e),viewContact(e){const{portId:t}=C.present
D?.portId===t&&D?.contactId===e||C.broadcast(s.VIEW,{contactId:e})},onViewContact:e=>U(s.VIEW,e),getFrameMediaDevices:(e=1e3)=>b(C.present.conduit,e),getWebSocketManager:h,getEventBus:()=>p,getUpstream:()=>C.present.conduit,getSDKClientConfig(){throw new n("The @amazon-connect clients are not supported.")},getAgentDataProvider:()=>E,getSkew:()=>E.current.skew}}
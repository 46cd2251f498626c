import{frozen as e}from"../agent/freeze.js"
import{assertNotNull as t,NotImplementedError as n,ValueError as r}from"../errors/errors.js"
import{AgentEvents as o,CcpEvents as i,ContactEvents as s,LinkEventType as a}from"../events/event-names.js"
import{SECOND_INIT as c}from"../login/facts.js"
import{checkedOptions as d,uselessOptions as u}from"../login/options.js"
import{STREAMS_VERSION as g}from"../version.js"
import{CONTACT_ACTIVE_STATES as m,ContactStateType as p,ContactType as E}from"./enums.js"
import{frameMediaDevices as l}from"./frame-devices.js"
const f=Object.values(m),b=[p.CONNECTED],A=[E.VOICE,E.QUEUE_CALLBACK]
function S(e,t){if(!e.hasData)return!1
const{contacts:n}=e.current.agent
return n.some(({type:e,state:n})=>A.includes(e)&&t.includes(n.type))}const C=({isPrimary:e})=>"function"==typeof e&&!e()
export function createCore(m){const{bus:p,data:E,log:A,slot:I,webSocketManager:h,holdDataUntil:T,received:v}=m,U=(e,t)=>p.subscribe(e,t)
let D,R,w=void 0!==T
function j(){const{embedding:e}=I
e&&e.portId!==D&&(D=e.portId,S(E,b)&&I.broadcast(a.MUTE),m.linked())}function _(){R=void 0,I.stop(),E.reset()}return T?.then(()=>{w=!1,R&&I.embedding?.conduit.upstreamBus.trigger(o.UPDATE,R),R=void 0}),{initCCP(n,a){if(t(n,"containerDiv"),"function"!=typeof n.appendChild)throw new r('containerDiv must be an element of the page, such as document.querySelector("#ccp")')
const m=d(a,document.baseURI)
if(I.embedding)return void A.warn(c)
for(const e of u(m))A.warn("%s",e)
const l=I.embed({container:n,options:m,bus:p,outerContext:{streamsVersion:g},acceptAgentData:t=>w?(R=t,!1):!!E.accept(t,C(m))&&(p.hasSubscribers(o.UPDATE)&&e(t),j(),!0),forgetAgent:()=>E.reset(),hasLiveVoice:()=>S(E,f),isIdle:()=>!E.hasData||!E.current.agent.contacts.length,received:v,statusChanged:(e,t)=>p.trigger(i.STATUS,Object.freeze({status:e,previous:t})),onError:(e,t)=>A.error("A handler of %s failed.",t).withException(e)}),{status:b,signal:h}=l
m.onViewContact&&p.subscribe(s.VIEW,m.onViewContact,{signal:h}),p.trigger(i.STATUS,Object.freeze({status:b,previous:"idle"}))},terminate(){_(),p.unsubscribeAll(),m.terminated()},stopCCP(){_(),I.removeFrame()},getFrame:()=>I.embedding?.frame??null,getOrigin:()=>I.embedding?.origin??null,getStatus:()=>I.embedding?.status??"idle",hasAnswered:()=>I.embedding?.answered??!1,getFacts:()=>I.embedding,onStatusChange:e=>U(i.STATUS,e),login:()=>I.present.login(),retry:()=>I.present.retry(),onFrameRetry:e=>U(i.RETRY,e),get initialized(){return I.embedding?.initialized??!1},get portStreamId(){return I.embedding?.portId},onInitialized:e=>U(a.INIT,e),onAuthFail:e=>U(a.AUTH_FAIL,e),onAuthorizeSuccess:e=>U(a.AUTHORIZE_SUCCESS,e),onAccessDenied:e=>U(a.ACCESS_DENIED,e),onIframeRetriesExhausted:e=>U(a.IFRAME_RETRIES_EXHAUSTED,e),onAuthorizeRetriesExhausted:e=>U(a.AUTHORIZE_RETRIES_EXHAUSTED,e),onCTIAuthorizeRetriesExhausted:e=>U(a.CTI_AUTHORIZE_RETRIES_EXHAUSTED,e),viewContact(e){I.broadcast(s.VIEW,{contactId:e})},onViewContact:e=>U(s.VIEW,e),getFrameMediaDevices:(e=1e3)=>l(I.present.conduit,e),getWebSocketManager:h,getEventBus:()=>p,getUpstream:()=>I.present.conduit,getSDKClientConfig(){throw new n("The @amazon-connect clients are not supported.")},getAgentDataProvider:()=>E,getSkew:()=>E.current.skew}}
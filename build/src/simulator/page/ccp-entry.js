import{CcpPage as e}from"../ccp/ccp-page.js"
import{browserDevices as n}from"../ccp/media-devices.js"
import{LinkSwitch as o}from"./link-switch.js"
import{Outage as i}from"./outage.js"
import{needsSignIn as r,readPageOptions as s}from"./page-options.js"
import{pageCommands as t}from"./page-commands.js"
import{PlayedMicrophone as a}from"./played-microphone.js"
import{ScriptServer as c}from"../channel/script-server.js"
import{SessionStore as l}from"./session.js"
import{onRelayedSignIn as m,relaySignIn as d}from"./sign-in-relay.js"
import{addressBehindRequest as p,askForStorageAccess as w}from"./storage-access-page.js"
import{instanceArnOf as u}from"../service/traffic-distribution.js"
import{Drawer as g}from"../ui/drawer.js"
import{drawOutOfService as f}from"../ui/out-of-service.js"
import{Panel as h}from"../ui/panel.js"
import{drawSignedOut as j,drawSignInForm as v}from"../ui/sign-in.js"
import{WorkerLink as k}from"../channel/worker-link.js"
const b=420,y=100,A=432e5
function E(e){const n=document.getElementById(e)
if(!n)throw new Error(`ccp.html has no element #${e}`)
return n}const T=e=>({name:e,instanceArn:u(e)})
function D(){const p=s(location.search),{instance:w,region:u,otherRegion:D,agentName:L="Jane Doe"}=p.simulator,P=window.parent!==window,z=new l(w,p.session),C=L.toLowerCase().replace(/\s+/g,"."),I=E("panel"),N=E("drawer"),S=r(p)&&!z.read()
let $=null,x=null,B=null,J=!1
const M=new AbortController,O=new o(()=>B?.draw()),R=new i(w,p.simulator.impaired??!1),V=new a(()=>n(window)),W=()=>{const e=new Promise(e=>setTimeout(e,y))
Promise.race([H.settled(),e]).then(()=>{H.leave(),location.reload()})},q=()=>{!J&&$&&(J=!0,$.authorize().catch(()=>J=!1))},F=e=>{e?$&&(z.read()||z.begin(C),q()):(J=!1,z.end())},G=()=>x??=new k(p.simulator,F),H=new c({window:window,instance:w,link:G,commands:t({region:u,linkSwitch:O,outage:R,microphone:V,link:G,page:()=>$,beginSession:()=>{z.begin(C)},reload:W})})
m(w,()=>{z.read()||"storage"!==p.session||z.begin(C),!$&&P&&j(I,null!==z.read())}),R.isOn?f(I,u):S?(()=>{if(P)return j(I,!1)
v(I,{instance:w,userName:C,onSignIn:e=>{z.begin(e),d(w),location.reload()}}),window.addEventListener("storage",({key:e,newValue:n})=>{e===z.key&&n&&location.reload()})})():(()=>{const n=G()
$=new e({window:window,port:n.port,signal:M.signal,isLinkAlive:()=>O.isAlive,mediaDevices:()=>V.list(),hasMicrophone:()=>V.isThere,regions:D?{own:T(u),other:T(D)}:void 0,reload:W,signInAgain:W,authorizeDelay:e=>100*e,authorize:()=>{if(r(p)&&!z.read())return Promise.reject(new Error("Nobody is signed in"))
const{token:e}=z.read()??z.begin(C),n=Date.now()+A
return Promise.resolve({authToken:e,refreshToken:`${e}-refresh`,authTokenExpiration:n,region:u})}}),n.becomeCcp(),q()
const o=p.drawer??(window.innerWidth<b?"closed":"open")
if("none"!==o){const e={run:n.run.bind(n),silence:e=>O.silence(e),isLinkAlive:()=>O.isAlive,latency:p.simulator.latency??0}
N.hidden=!1,B=new g(N,e,"open"===o)}const i={polite:E("polite"),assertive:E("assertive")}
new h(I,$,i,(e,n)=>B?.show(e,n))})()}const L=p(location.href)
null===L?D():w(E("panel"),L)

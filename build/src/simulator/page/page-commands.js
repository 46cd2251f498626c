import{ringtoneSettings as e}from"../ccp/ringtone-settings.js"
import{AgentEvents as n}from"../../events/event-names.js"
export function pageCommands(r){const{region:i,linkSwitch:o,outage:s,microphone:t,link:a,page:c,beginSession:g,reload:p}=r,l=e=>{const n=c()
if(!n)throw new Error(`${e} needs a CCP, and this page is a sign-in page: call signIn() and reload it`)
return n}
return{silence:e=>o.silence(Number(e)),signIn:async()=>{g(),c()&&await a().run("signIn")},reloadFrame:()=>{setTimeout(p)},softphoneError:(e,r="",i="")=>{l("softphoneError").broadcast(n.SOFTPHONE_ERROR,{errorType:e,errorMessage:r,endPointUrl:i})},microphone:e=>t.play(e),configured:()=>{const{settings:n}=l("configured")
return{settings:n,ringtones:e(n)}},impair:async(e,n=!0)=>{if(e!==i)return
const r=s.isOn&&!c()
s.isOn=Boolean(n)
const o=n?1/0:0
await a().run("fail",["*",{status:503,code:"ServiceUnavailableException",times:o}]),r&&!n&&setTimeout(p)}}}
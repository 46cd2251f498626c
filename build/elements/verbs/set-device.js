import{textField as e}from"../commands/request-fields.js"
import{ConnectRequestEvent as n}from"../host/requests.js"
const s={microphone:"Microphone",speaker:"Speaker",ringer:"Ringer"},t=3e3
export class ConnectSetDeviceRequestEvent extends n{constructor({device:e,deviceId:n}){super("set-device"),this.device=e,this.deviceId=n}}const c=e=>Object.hasOwn(s,e)
export const setDevice={command(n,{connect:r,ringOn:o,terms:i}){const d=e(n,"device")??"",m=e(n,"deviceId")??""
if(!c(d))throw new Error(i.noSuchCommand(`set-device ${d}`))
const u=s[d]
return{answerTime:t,send:()=>"ringer"===d&&o(m)||new Promise(e=>{const n=new r.Agent,s=n[`on${u}DeviceChanged`](n=>{n?.deviceId===m&&(clearTimeout(c),s.unsubscribe(),e())}),c=setTimeout(()=>s.unsubscribe(),t)
n[`set${u}Device`](m)})}},needsAgent:!0,buttons:{}}

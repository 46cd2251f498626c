import{promised as e}from"../../src/conduit/native-promise.js"
const n={microphone:"Microphone",speaker:"Speaker",ringer:"Ringer"},r=3e3
export const setDeviceCommand=({device:i="",deviceId:c=""},{connect:o,ringOn:s,terms:t})=>{if(!Object.hasOwn(n,i))throw new Error(t.noSuchCommand(`set-device ${i}`))
const m=n[i]
return{answerTime:r,send:()=>"ringer"===i&&s(c)||e(e=>{const n=new o.Agent,i=n[`on${m}DeviceChanged`](n=>{n?.deviceId===c&&(clearTimeout(s),i.unsubscribe(),e())}),s=setTimeout(()=>i.unsubscribe(),r)
n[`set${m}Device`](c)})}}

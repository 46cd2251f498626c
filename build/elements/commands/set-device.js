const e={microphone:"Microphone",speaker:"Speaker",ringer:"Ringer"},n=3e3
export const setDeviceCommand=({device:r="",deviceId:c=""},{connect:i,ringOn:o,terms:s})=>{if(!Object.hasOwn(e,r))throw new Error(s.noSuchCommand(`set-device ${r}`))
const t=e[r]
return{answerTime:n,send:()=>"ringer"===r&&o(c)||new Promise(e=>{const r=new i.Agent,o=r[`on${t}DeviceChanged`](n=>{n?.deviceId===c&&(clearTimeout(s),o.unsubscribe(),e())}),s=setTimeout(()=>o.unsubscribe(),n)
r[`set${t}Device`](c)})}}

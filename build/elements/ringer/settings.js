const e=e=>Number.isNaN(e)?1:Math.min(Math.max(e,0),1)
export function ringFor({contacts:r},n){return r.filter(({ringing:e})=>e).map(r=>{const i=n.ringerChannels?.[r.type]
return{contact:r,url:i?.url??n.ringerUrl??"",volume:e(i?.volume??n.ringerVolume??1),device:i?.device??n.ringerDevice??""}}).find(({volume:e})=>e>0)}
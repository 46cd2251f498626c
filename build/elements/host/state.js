export const SIGN_IN_STATUSES=["signed-out","popup-open","popup-blocked","expired","storage-access-needed"]
export const INITIAL_STATE=/*#__PURE__*/Object.freeze({status:"idle",agent:null,contacts:Object.freeze([]),selectedContactId:null,mute:!1,region:null,error:null})
export function sameData(e,t){if(Object.is(e,t))return!0
if("object"!=typeof e||"object"!=typeof t||null===e||null===t)return!1
const n=Object.keys(e)
return n.length===Object.keys(t).length&&n.every(n=>sameData(e[n],t[n]))}export function deepFreeze(e){return"object"!=typeof e||null===e||Object.isFrozen(e)?e:(Object.values(e).forEach(deepFreeze),Object.freeze(e))}export function sameOr(e,t){return e.length===t.length&&e.every((e,n)=>e===t[n])?e:t}export function withChanges(e,t){return Object.entries(t).some(([t,n])=>e[t]!==n)?deepFreeze({...e,...t}):e}
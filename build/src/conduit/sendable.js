const t=[Object.prototype,Array.prototype]
function e(e){return"toJSON"in e&&"function"==typeof e.toJSON&&!t.some(t=>t.toJSON===e.toJSON)}const n=t=>void 0===t||"function"==typeof t||"symbol"==typeof t
function r(t,o){if("number"==typeof t)return Number.isFinite(t)?t:null
if(n(t))return null
if("object"!=typeof t||null===t)return t
if(o.includes(t))throw new TypeError("an object that contains itself cannot be sent")
const i=[...o,t]
if(t instanceof Date)return Number.isNaN(t.getTime())?null:t.toISOString()
if(Array.isArray(t))return t.map(t=>r(t,i))
if(e(t))return r(t.toJSON(),i)
const f=Object.entries(t).filter(([,t])=>!n(t))
return Object.fromEntries(f.map(([t,e])=>[t,r(e,i)]))}export const sendable=t=>r(t,[])

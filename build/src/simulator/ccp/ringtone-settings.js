import{isRecord as e}from"../../conduit/wire.js"
const o=/*#__PURE__*/Object.freeze({disabled:!0}),t=/*#__PURE__*/Object.freeze({voice:{},additionalVoice:{},queue_callback:{},chat:o,task:o,email:o,autoAcceptTone:o}),n=["chat","task","email","autoAcceptTone"]
function i(o){const{disableRingtone:t,ringtoneUrl:n}=e(o)?o:{}
return{..."boolean"==typeof t&&{disabled:t},..."string"==typeof n&&""!==n&&{ringtoneUrl:n}}}export function ringtoneSettings(o){const c=e(o)?o:{},{disabled:r,ringtoneUrl:a}=i(c.softphone),s=void 0!==r&&{disabled:r},l=void 0!==a&&{ringtoneUrl:a},d={...t,voice:{...s,...l},additionalVoice:{...s},queue_callback:{...s,...l}}
for(const e of n)d[e]={...d[e],...i(c[e])}
const f=e(c.ringtone)?c.ringtone:{}
for(const o of Object.keys(d)){const t=f[o]
e(t)&&(d[o]={...d[o],...t})}return d}
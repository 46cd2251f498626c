import{isRecord as e}from"../conduit/wire.js"
export const NONE=/*#__PURE__*/Object.freeze([])
export function frozen(r){if(!e(r)||Object.isFrozen(r)||ArrayBuffer.isView(r))return r
for(const e of Object.values(Object.freeze(r)))frozen(e)
return r}
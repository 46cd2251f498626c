export function pageSlot(e,o){const t=Symbol.for(`connect-ccp-elements.${e}`),n=globalThis
if(n[t])return n[t]
const c=o()
return globalThis.document&&Object.defineProperty(n,t,{value:c}),c}
import{pageSlot as e}from"../page/page-slot.js"
export const keptPanels=()=>e("kept",()=>({version:1,panels:new Map})).panels
export function keptPanel(e){const t=keptPanels().get(e)
if(!t||t.isThere)return t
t.connect.core.stopCCP()}
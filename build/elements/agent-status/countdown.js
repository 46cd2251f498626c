const t=t=>Math.min(30,Math.ceil(t/4))
export function countdown(e,n){if(!(void 0!==e&&e>0&&Number.isFinite(e)))return null
const o=Math.ceil(e)-Math.floor(n/1e3)
return{stage:o<=0?"over":o<=t(e)?"little":"running",left:o,total:e}}export function countdownNews(t,e,n){return null===t||t===e.stage?"":"little"===e.stage?n.secondsLeft(e.left):"over"===e.stage?n.isOver:""}
import{isRecord as n}from"../../conduit/wire.js"
const i=3
function o(n,i,e){for(let t=0;t<n.length;t+=1){const s=n[t]
s&&(s.postMessage(i,location.origin),e<3&&o(s,i,e+1))}}export function relaySignIn(n){const i=window.opener
i&&!i.closed&&o(i,{simulator:"signed-in",instance:n},1)}export function onRelayedSignIn(i,o){window.addEventListener("message",({origin:e,data:t})=>{e===location.origin&&n(t)&&"signed-in"===t.simulator&&t.instance===i&&o()})}
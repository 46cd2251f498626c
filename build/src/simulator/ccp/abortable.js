export function pause(e,t){return new Promise(r=>{if(t.aborted)return r()
const n=()=>{clearTimeout(o),t.removeEventListener("abort",n),r()},o=setTimeout(n,e)
t.addEventListener("abort",n,{once:!0})})}
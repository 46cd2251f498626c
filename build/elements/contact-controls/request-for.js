import{ConnectAcceptRequestEvent as e,ConnectClearRequestEvent as r,ConnectConferenceRequestEvent as t,ConnectHangUpRequestEvent as c,ConnectHoldRequestEvent as o,ConnectMuteRequestEvent as s,ConnectRejectRequestEvent as n,ConnectResumeRequestEvent as u,ConnectSwapRequestEvent as a,ConnectUnmuteRequestEvent as m}from"../requests.js"
const p={accept:e,reject:n,hold:o,resume:u,mute:s,unmute:m,swap:a,conference:t,"hang-up":c,leave:c,clear:r}
export const requestFor=(e,r)=>new p[e](r)

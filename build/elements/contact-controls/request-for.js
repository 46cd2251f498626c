import{ConnectAcceptRequestEvent as e,ConnectClearRequestEvent as t,ConnectConferenceRequestEvent as r,ConnectHangUpRequestEvent as o,ConnectHoldRequestEvent as s,ConnectMuteRequestEvent as c,ConnectRejectRequestEvent as n,ConnectResumeRequestEvent as u,ConnectSwapRequestEvent as a,ConnectUnmuteRequestEvent as m}from"../host/requests.js"
const p={accept:e,reject:n,hold:s,resume:u,mute:c,unmute:m,swap:a,conference:r,"hang-up":o,leave:o,clear:t}
export const requestFor=(e,t)=>new p[e](t)

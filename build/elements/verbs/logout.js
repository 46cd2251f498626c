import{ANSWER_TIME as o}from"../commands/command.js"
import{ConnectRequestEvent as t}from"../host/requests.js"
export class ConnectLogoutRequestEvent extends t{constructor(){super("logout")}}export const logout={command:(t,e)=>({send:()=>e.logout(),answerTime:3*o}),needsAgent:!1,buttons:{"--logout":()=>new ConnectLogoutRequestEvent}}

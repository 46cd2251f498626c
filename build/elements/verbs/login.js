import{ConnectRequestEvent as n}from"../host/requests.js"
export class ConnectLoginRequestEvent extends n{constructor(){super("login")}}export const login={command:(n,e)=>({send:()=>e.login()}),needsAgent:!1,buttons:{"--login":()=>new ConnectLoginRequestEvent}}

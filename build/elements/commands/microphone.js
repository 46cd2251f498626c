import{contactIdOf as e}from"./request-fields.js"
import{isOver as n}from"./target.js"
export function microphoneCommand(t,o,{connect:m}){const r=e(o)
return{send:()=>t?(new m.Agent).mute():(new m.Agent).unmute(),isShown:e=>e.mute===t,isLost:e=>null!==r&&n(e,r)}}
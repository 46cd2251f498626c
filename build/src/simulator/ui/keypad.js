import{h as e}from"./dom.js"
import{icon as s}from"./icons.js"
const a=[["1",""],["2","ABC"],["3","DEF"],["4","GHI"],["5","JKL"],["6","MNO"],["7","PQRS"],["8","TUV"],["9","WXYZ"],["*",""],["0","+"],["#",""]],t={"*":"Star","#":"Pound"}
export function keypad(n,i,o){const l=a.map(([s,a])=>e("button",{key:s,type:"button",class:"key","aria-label":t[s],onclick:()=>o(s)},e("span",{class:"key-digit"},s),a&&e("span",{class:"key-letters","aria-hidden":"true"},a)))
return e("section",{key:n,id:n,class:"keypad","aria-label":"Keypad",onkeydown:e=>{!/^[0-9*#]$/.test(e.key)||e.ctrlKey||e.metaKey||(e.preventDefault(),o(e.key))}},e("p",{class:"digits"},e("span",{class:"visually-hidden"},"Digits sent: "),i||e("span",{class:"digits-none"},s("keypad"),"none yet")),e("div",{class:"keys"},l))}
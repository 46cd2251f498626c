import{repeats as t}from"./log-entry.js"
const e={TEST:"log",LOG:"log",WARN:"warn",ERROR:"error",CRITICAL:"error"},r=20
export class Echo{#t
#e=[]
constructor(t){this.#t=t}print(e){const r=this.#e.find(r=>t(e,r.entry))
if(r)r.repeats++
else{for(const t of this.#e)t.repeats&&this.#r(t.entry,`${String(t.entry)} (repeated ${t.repeats} more times)`),t.repeats=0
this.#e=[...this.#e,{entry:e,repeats:0}].slice(-20),this.#r(e,[e,...n(e)].join("\n"))}}#r({level:t},r){try{this.#t[e[t]??"info"](r)}catch{}}}function n({exception:t,objects:e}){const r=e.map(t=>JSON.stringify(t))
if(!t)return r
const n=`${t.type}: ${t.message}`,s=t.stack.join("\n")
return[s.startsWith(t.type)?s:`${n}\n${s}`.trimEnd(),...r]}
export class StateChange{#t
#n=new AbortController
#e=null
#s=null
constructor(t){this.#t=t}get current(){return this.#s}get isPending(){return"pending"===this.#s?.phase}follow(t,n=[]){this.#n.abort(),this.#n=new AbortController
const{signal:e}=this.#n
this.#e=null,this.#r(null)
const s=({operation:t,phase:n,error:e})=>{"set-agent-state"===t&&(this.#r("confirmed"===n?null:{phase:n,wanted:this.#e,error:e}),"pending"!==n&&(this.#e=null))}
t?.addEventListener("connect-command",s,{signal:e}),n.forEach(s)}ask(t,n){this.#e=t,n()||(this.#e=null)}dismiss(){this.isPending||this.#r(null)}#r(t){t!==this.#s&&(this.#s=t,this.#t())}}
export class ScopedTimer{#t
#s
constructor(t){this.#t=t,t.addEventListener("abort",()=>this.stop(),{once:!0})}get running(){return void 0!==this.#s}start(t,s){this.stop(),this.#t.aborted||(this.#s=setTimeout(()=>{this.#s=void 0,s()},t))}stop(){clearTimeout(this.#s),this.#s=void 0}}
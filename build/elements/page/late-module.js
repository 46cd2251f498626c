export class LateModule{#t
#i
#o
constructor(t){this.#t=t}get loaded(){return this.#i}load(){return this.#o??=this.#a().finally(()=>this.#o=void 0),this.#o}async#a(){return this.#i??=await this.#t()}}
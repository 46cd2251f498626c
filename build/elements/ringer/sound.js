export const NOT_ALLOWED="NotAllowedError"
export class Output{#e
#i=""
constructor(e){this.#e=e}choose(e){e!==this.#i&&(this.#i=e,this.#e.setSinkId?.(e).catch(()=>{console.warn(`The ringer's device "${e}" cannot be used: it rings where it did.`)}))}}
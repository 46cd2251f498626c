import{Output as o}from"./sound.js"
export class Recording{#o
#t
constructor(t){this.#o=new Audio(t),this.#o.loop=!0,this.#t=new o(this.#o)}start(){return this.#o.play()}adjust(o,t){this.#o.volume=o,this.#t.choose(t)}stop(){this.#o.pause(),this.#o.currentTime=0}}
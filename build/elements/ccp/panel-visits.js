import{found as t}from"../commands/command.js"
import{isOver as s}from"../commands/target.js"
export class PanelVisits{#t
#s
#c=new Set
constructor(t,s){this.#t=t,this.#s=s}get isShown(){return this.#c.size>0}async during(c){this.#c.add(c),this.#s(),await t(this.#t,t=>s(t,c)||void 0),this.#c.delete(c),this.#s()}}
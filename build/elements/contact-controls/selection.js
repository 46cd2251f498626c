export class Selection{#t=null
#c=null
get contactId(){return this.#t}select(t){this.#t=t}clear(){this.#t=this.#c=null}update({contacts:t,selectedContactId:c}){null!==c&&c!==this.#c&&(this.#t=c),this.#c=c
const n=t.find(({contactId:t})=>t===this.#t)??t.find(({ringing:t})=>t)??t[0]
return this.#t=n?.contactId??null,n??null}}
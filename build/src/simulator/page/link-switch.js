export class LinkSwitch{#t=!1
#e
#i
constructor(t=()=>{}){this.#i=t}get isAlive(){return!this.#t}silence(t){clearTimeout(this.#e),this.#s(t>=0),t>0&&(this.#e=setTimeout(()=>this.#s(!1),t))}#s(t){t!==this.#t&&(this.#t=t,this.#i())}}
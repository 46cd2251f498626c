import{html as e}from"lit"
const t=4
export class Announcer{#e
#t=[]
constructor(e){this.#e=e,e.addController(this)}hostDisconnected(){this.#t=[]
for(const e of this.#e.renderRoot.querySelectorAll(".unseen[role]"))e.replaceChildren()}hostUpdated(){for(const[e,t]of this.#t.splice(0)){const s=this.#e.renderRoot.querySelector(`.unseen[role=${e}]`),o=document.createElement("p")
o.textContent=t,s.append(o),s.childElementCount>4&&s.firstElementChild.remove()}}say(e){this.#s("status",e)}interrupt(e){this.#s("alert",e)}render(){return e` <div class="unseen" role="alert" aria-atomic="false"></div><div class="unseen" role="status" aria-atomic="false"></div> `}#s(e,t){this.#t.push([e,t]),this.#e.requestUpdate()}}
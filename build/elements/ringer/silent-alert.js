const t=1e3
export class SilentAlert{#t=null
#i=""
#e
#n
show(i){i!==this.#t&&(this.#o(),this.#t=i,null!==i&&(this.#i=document.title,this.#l(i),this.#e=setInterval(()=>this.#l(i),t),this.#s(i)))}#l(t){document.title!==t&&(this.#i=document.title),document.title=document.title===t?this.#i:t}#o(){clearInterval(this.#e),null!==this.#t&&document.title===this.#t&&(document.title=this.#i),this.#n?.close(),this.#n=void 0}#s(t){if("Notification"in window&&"granted"===Notification.permission)try{this.#n=new Notification(t,{tag:"connect-ringer"}),this.#n.onclick=()=>window.focus()}catch{}}}
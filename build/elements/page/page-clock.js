import{pageSlot as e}from"./page-slot.js"
const t=1e3,n=()=>e("clock",()=>({version:1,listeners:new Set,timer:null}))
function s(e){e.timer=setTimeout(()=>{s(e)
for(const t of[...e.listeners])t()},t-performance.now()%t)}export function everySecond(e){const t=n()
return t.listeners.add(e),null===t.timer&&s(t),()=>{t.listeners.delete(e),t.listeners.size>0||null===t.timer||(clearTimeout(t.timer),t.timer=null)}}export class ElapsedController{#e
#t=null
#n=0
#s
#o=!1
constructor(e){this.#e=e,e.addController(this)}get since(){return this.#t}set since(e){e!==this.#t&&(this.#t=e,null!==e&&(this.#n=performance.now()-Math.max(0,Date.now()-e)),this.#i())}get ms(){return null===this.#t?0:performance.now()-this.#n}hostConnected(){this.#o=!0,this.#i()}hostDisconnected(){this.#o=!1,this.#i()}#i(){this.#o&&null!==this.#t?this.#s??=everySecond(()=>this.#e.requestUpdate()):(this.#s?.(),this.#s=void 0)}}
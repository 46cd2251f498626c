const e="465px"
export class RegionStage{#e=new Map
constructor(t,o,s){t.clientHeight<=0&&(t.style.height=e)
for(const e of o)this.#e.set(e,t.appendChild(document.createElement("div")))
this.show(s)}boxOf(e){return this.#e.get(e)}show(e){for(const[t,o]of this.#e){o.inert=t!==e
const s=o.inert?"0":"100%"
o.style.cssText=`width:${s};height:${s};overflow:hidden;visibility:${o.inert?"hidden":"inherit"}`}}end(){for(const e of this.#e.values())e.remove()}}
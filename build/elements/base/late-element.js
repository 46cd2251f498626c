var e
import{html as t,nothing as i}from"lit"
import{ConnectErrorEvent as s}from"../host/events.js"
import{BoundElement as n}from"../host/bound-element.js"
import{NOT_LOADED as o,notLoaded as r}from"./late-view.js"
export class LateElement extends n{#e
#t
#i=""
#s
#n
#o=[]
constructor(){super(),this.ccp.onHost=e=>{this.#o=[],this.#n?.abort(),this.#n=new AbortController
const{signal:t}=this.#n
e?.addEventListener("connect-command",e=>this.#o.push(e),{signal:t})}}connectedCallback(){super.connectedCallback(),this.#s=new AbortController,this.#r()}disconnectedCallback(){super.disconnectedCallback(),this.#s?.abort()}get view(){return this.#e}whenViewed(e){this.#e?e(this.#e):this.#t?.then(()=>this.#e&&e(this.#e))}get viewOwner(){return{element:this,ccp:this.ccp,missed:this.#o,localize:e=>this.localize(e),setCustomStates:(...e)=>this.setCustomStates(...e)}}async getUpdateComplete(){return await this.#t,super.getUpdateComplete()}willUpdate(){this.#e?.willUpdate()}updated(){this.#e?.updated?.()}render(){return this.#e?this.#e.render():this.#i?t`<p role="alert">${this.#i}</p>`:i}#r(){const{source:e}=this.constructor
if(this.#e)return
if(e.loaded)return this.#l()
const{signal:t}=this.#s
this.#t=e.load().then(()=>{t.aborted||this.#l()},()=>{t.aborted||this.#h(t)})}#l(){const{source:e}=this.constructor
this.#e=e.loaded.makeView(this.viewOwner),this.#n?.abort(),this.#i="",this.requestUpdate()}#h(e){this.#i=r(this),window.addEventListener("online",()=>this.#r(),{once:!0,signal:e}),this.dispatchEvent(new s({code:o,message:this.#i})),this.requestUpdate()}}e=LateElement

import{closesLayer as e}from"../base/closes-layer.js"
import{html as s,nothing as t}from"lit"
import{icon as i}from"../looks/icons.js"
import{isAnythingRemembered as n}from"../devices/memory.js"
function o({connect:e,withoutSoftphone:s}){if(s||!e.agent.initialized)return!1
const t=new e.Agent
return t.isSoftphoneEnabled()&&t.getChannelConcurrency("VOICE")>0}export class DeviceCall{#e
#s=null
#t=null
#i=!1
#n=!1
constructor(e){this.#e=e}follow(e){this.#t?.end(),this.#t=null,this.#i=!1,this.#s=e,e&&n()&&this.#o(e)}#c=s=>{this.#i&&e(s)&&this.#h()}
#h(){this.#i=!1,this.#e.context.update(),this.#e.context.focus("[part~=devices]")}render(){const{context:e}=this.#e
if(!this.#s||!o(this.#s))return t
const{devices:n,failed:c}=e.terms
return s` <div class="device-choice" @keydown=${this.#c}><button class="small" part="devices" type="button" aria-expanded=${String(this.#i)} @click=${()=>this.#i?this.#h():this.#d()} > ${i("headset")}${n} </button> ${this.#i&&this.#t?s`<div class="panel" part="panel">${this.#t.view}</div>`:t} ${this.#n?s`<p class="problem" part="problem">${c(n,"")}</p>`:t} </div> `}#d(){this.#i=!0
const{context:e}=this.#e
this.#o(this.#s).then(async()=>{await(this.#t?.look()),e.focus(".device-choice :is(select, .panel button)")})}async#o(e){const{context:s}=this.#e
try{const{Devices:s}=await(import("../devices/devices.js"))
this.#n=!1,e===this.#s&&(this.#t??=new s({...this.#e,host:e}))}catch{this.#i&&(this.#n=!0,this.#i=!1,s.announce(s.terms.failed(s.terms.devices,"")))}s.update()}}
import{html as e,nothing as s}from"lit"
import{icon as t}from"../looks/icons.js"
import{isAnythingRemembered as i}from"../devices/memory.js"
function n({connect:e,withoutSoftphone:s}){if(s||!e.agent.initialized)return!1
const t=new e.Agent
return t.isSoftphoneEnabled()&&t.getChannelConcurrency("VOICE")>0}export class DeviceCall{#e
#s=null
#t=null
#i=!1
#n=!1
constructor(e){this.#e=e}follow(e){this.#t?.end(),this.#t=null,this.#i=!1,this.#s=e,e&&i()&&this.#o(e)}#c=e=>{"Escape"===e.key&&this.#i&&(e.stopPropagation(),this.#h())}
#h(){this.#i=!1,this.#e.context.update(),this.#e.context.focus("[part~=devices]")}render(){const{context:i}=this.#e
if(!this.#s||!n(this.#s))return s
const{devices:o,failed:c}=i.terms
return e` <div class="device-choice" @keydown=${this.#c}><button class="small" part="devices" type="button" aria-expanded=${String(this.#i)} @click=${()=>this.#i?this.#h():this.#d()} > ${t("headset")}${o} </button> ${this.#i&&this.#t?e`<div class="panel" part="panel">${this.#t.view}</div>`:s} ${this.#n?e`<p class="problem" part="problem">${c(o,"")}</p>`:s} </div> `}#d(){this.#i=!0
const{context:e}=this.#e
this.#o(this.#s).then(async()=>{await(this.#t?.look()),e.focus(".device-choice :is(select, .panel button)")})}async#o(e){const{context:s}=this.#e
try{const{Devices:s}=await(import("../devices/devices.js"))
this.#n=!1,e===this.#s&&(this.#t??=new s({...this.#e,host:e}))}catch{this.#i&&(this.#n=!0,this.#i=!1,s.announce(s.terms.failed(s.terms.devices,"")))}s.update()}}
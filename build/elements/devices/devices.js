import{DeviceForm as e}from"./form.js"
import{DeviceMemory as s}from"./memory.js"
import{deviceWords as t}from"./words.js"
const i=["microphone","speaker","ringer"],n="default",o=3e3,r=()=>"setSinkId"in HTMLMediaElement.prototype
export class Devices{#e
#s=new e((e,s)=>{this.#t(e,s)})
#i=new AbortController
#n
#o=new s("")
#r={}
#h
#a=!1
#d=new Map
#c=new Set
#l=new Set
#m=new Map
#g=""
constructor(e){this.#e=e
const{host:s}=e,{signal:t}=this.#i
s.subscribe(()=>this.#f,e=>this.#u(e),{signal:t}),s.subscribe(({status:e})=>e,()=>this.#p(),{signal:t}),s.subscribe(()=>this.#b,e=>{e&&this.#w()},{signal:t})
const i=()=>{this.look()}
navigator.mediaDevices?.addEventListener("devicechange",i,{signal:t}),navigator.permissions?.query({name:"microphone"}).then(e=>e.addEventListener("change",i,{signal:t}),()=>{})}get view(){return this.#p(),this.#s.element}end(){this.#i.abort(),this.#n?.abort()}look(){return this.#a=!0,this.#h??=this.#v().finally(()=>this.#h=void 0)}async#v(){for(;this.#a&&this.#f&&!this.#i.signal.aborted;)this.#a=!1,await this.#k()}async#k(){const e=()=>this.#a||this.#i.signal.aborted
try{const s=await this.#y()
if(e())return
this.#r=s,this.#g=""}catch{if(e())return
this.#g=this.#O.noAnswer}for(const e of i)this.#x(e)
this.#p()}get#O(){return t(this.#e.element,this.#e.ownWords())}get#f(){const{state:e,connect:s}=this.#e.host
return"ready"===e.status&&s.agent.initialized?`${s.core.getOrigin()} ${(new s.Agent).getConfiguration().username}`:""}get#b(){return this.#e.host.state.contacts.some(({type:e,state:s})=>("voice"===e||"queue_callback"===e)&&"connected"===s.type)}#u(e){this.#n?.abort()
for(const e of[this.#d,this.#l,this.#m])e.clear()
if(!e)return
this.#n=new AbortController,this.#o=new s(e)
for(const e of i)this.#c.add(e)
const t=new this.#e.host.connect.Agent,n={microphone:t.onMicrophoneDeviceChanged(e=>this.#D("microphone",e)),speaker:t.onSpeakerDeviceChanged(e=>this.#D("speaker",e)),ringer:t.onRingerDeviceChanged(e=>this.#D("ringer",e))}
this.#n.signal.addEventListener("abort",()=>Object.values(n).forEach(e=>e.unsubscribe())),this.look()}#D(e,s){"string"==typeof s?.deviceId&&(this.#d.set(e,s.deviceId),this.#p())}async#y(){const{host:e}=this.#e,s=await e.connect.core.getFrameMediaDevices(o),t=e.ringer?await navigator.mediaDevices.enumerateDevices():s,i=(e,s)=>e.filter(e=>e.kind===s),n={microphone:i(s,"audioinput")}
if(!r())return n
const h={speaker:i(s,"audiooutput"),ringer:i(t,"audiooutput")}
return{...n,...h}}#I(e){const{[e]:s,microphone:t=[]}=this.#r,i=0===s?.length?t:s??[]
return i.length>0&&i.every(({label:e})=>!e)}#C(e){const{host:s}=this.#e
return("ringer"!==e||!s.ringer||!s.hasAttribute("ringer-device"))&&((this.#r[e]?.length??0)>0||this.#l.has(e))}#M(e){return this.#r[e]?.some(({deviceId:e})=>e===n)?n:""}#A(e){const s=this.#o.get(e),t=this.#r[e]??[]
return s&&(t.find(({deviceId:e})=>e===s.id)??t.find(({label:e})=>""!==e&&e===s?.label))}#x(e){if(this.#g||!this.#r[e]||this.#I(e))return
const s=this.#o.get(e),t=this.#A(e),i=this.#c.delete(e),n=this.#l.delete(e)
if(!s)return
if(t)return t.deviceId!==s.id&&this.#o.set(e,{id:t.deviceId,label:t.label}),n&&this.#H(e,"confirmed",this.#S(e,t.label)),void((i||n)&&this.#U(e,t.deviceId))
if(this.#l.add(e),n)return
const o=this.#O.gone(s.label)
i?this.#m.set(e,{tone:"unconfirmed",text:o}):(this.#H(e,"unconfirmed",o),this.#U(e,this.#M(e)))}#w(){this.#I("microphone")&&this.look()
const e=this.#A("microphone")
e&&this.#U("microphone",e.deviceId)}#S(e,s){return this.#e.context.terms.changed(this.#O[e],s)}async#U(e,s){const t=this.#d.get(e)
this.#d.set(e,s),null===await this.#e.request(e,s)&&this.#d.get(e)===s&&this.#d.set(e,t??""),this.#p()}async#t(e,s){const{context:t,request:i}=this.#e,n=this.#E(e).find(e=>e.id===s)?.label??"",o={tone:"pending",text:`${this.#O[e]}…`}
this.#m.set(e,o)
const r=this.#d.get(e)??""
this.#d.set(e,s),this.#p()
const h=await i(e,s)
if(!this.#i.signal.aborted&&this.#m.get(e)===o){if(this.#m.delete(e),null===h||"failed"===h)return this.#d.set(e,r),h&&this.#H(e,h,t.terms.failed(this.#O[e],"")),this.#p()
this.#l.delete(e),this.#o.set(e,s===this.#M(e)?null:{id:s,label:n}),"unconfirmed"!==h||"microphone"!==e||this.#b?"unconfirmed"===h?this.#H(e,h,t.terms.unconfirmed(this.#O[e])):this.#H(e,h,this.#S(e,n)):this.#H(e,"confirmed",this.#O.nextCall)}}#H(e,s,t){this.#m.set(e,{tone:s,text:t}),this.#e.context.announce(t),this.#p()}#E(e){const s=this.#M(e),t=(this.#r[e]??[]).filter(({deviceId:e})=>e&&e!==s)
return[{id:s,label:this.#O.byDefault},...t.map(({deviceId:s,label:t})=>({id:s,label:t||this.#O[e]}))]}#p(){const e=this.#O,s=i.filter(e=>this.#C(e)),t=s.filter(e=>!this.#I(e)).map(s=>{const t=this.#E(s),i=this.#d.get(s),n=t.find(({id:e})=>e===i)??t[0]
return{device:s,label:e[s],options:t,chosen:n.id,note:this.#m.get(s)}}),n=[]
if(this.#g){const e=[this.#e.context.terms.tryAgain,()=>{this.look()}]
n.push({text:this.#g,action:e})}if(!this.#g&&s.some(e=>this.#I(e))){const s=void 0!==navigator.mediaDevices?.getUserMedia
n.push({text:e.hidden,action:s?[e.allow,()=>{this.#T()}]:void 0})}!this.#r.microphone||this.#r.speaker?.length||this.#I("speaker")||n.push({text:e.noSpeakers})
const o="ready"===this.#e.host.status
this.#s.show({title:this.#e.context.terms.devices,fields:t,obstacles:n,enabled:o})}async#T(){try{const e=await navigator.mediaDevices.getUserMedia({audio:!0})
for(const s of e.getTracks())s.stop()}catch{const e=this.#e.hostErrors()["microphone-denied"]("")
return this.#e.context.announce(e),this.#g=e,this.#p()}await this.look(),this.#e.context.focus("#device-microphone")}}
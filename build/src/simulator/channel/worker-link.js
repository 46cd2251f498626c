import{isRecord as e}from"../../conduit/wire.js"
import{isSimulatorMessage as s}from"./script-channel.js"
export class WorkerLink{#e
#s=new Map
#t=0
constructor(e,t){const r={type:"module",name:`connect-simulator-${e.instance}`,extendedLifetime:!0}
this.port=new SharedWorker(new URL("./worker.js",location.href),r).port,this.port.addEventListener("message",({data:e})=>{s(e)&&"session"===e.simulator&&t(e.signedIn)}),this.#r({simulator:"options",options:e})
const{port1:i,port2:o}=new MessageChannel
this.#e=i,this.#e.onmessage=({data:e})=>this.#i(e),this.#r({simulator:"script",port:o},[o])}becomeCcp(){this.#r({simulator:"ccp"})}run(e,s=[]){this.#t+=1
const t=this.#t
return new Promise((r,i)=>{this.#s.set(t,{resolve:r,reject:i}),this.#e.postMessage({id:t,command:e,args:s})})}close(){this.#e.close(),this.port.close()}#r(e,s=[]){this.port.postMessage(e,s)}#i(s){if(!e(s))return
const t=this.#s.get(Number(s.id))
t&&(this.#s.delete(Number(s.id)),"string"==typeof s.error?t.reject(new Error(s.error)):t.resolve(s.result))}}
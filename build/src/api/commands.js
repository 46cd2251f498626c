import{tellingWaits as t}from"../conduit/native-promise.js"
import{CommandError as e,CommandErrorType as r}from"../errors/command-error.js"
export class CommandSender{#t
#e
constructor(t,e){this.#t=t,this.#e=e}send(e,r){const o=this.#r(e)
if(r?.success||r?.failure)return void this.#o(e.operation,o,r)
let i=!1
return o.catch(t=>{i||this.#e.error("%s failed and nobody took the failure.",e.operation).withException(t)}),t(o,()=>i=!0)}async#r({operation:t,params:e,finish:r,deadline:o,signal:i}){const s=await this.#t(t,this.#i(t,e),{deadline:o,signal:i})
return r?r(s):s}#i(t,o){try{return o()}catch(o){if(o instanceof e)throw o
const i=`${t} was not sent: ${o instanceof Error?o.message:String(o)}`
throw new e({operation:t,type:r.INVALID_ARGUMENT,message:i,cause:o})}}#o(t,e,r){const o=e=>{try{e()}catch(e){this.#e.error("A callback of %s failed.",t).withException(e)}}
e.then(t=>o(()=>r.success?.(t)),e=>{r.failure?o(()=>r.failure?.(e)):this.#e.error("%s failed and has no failure callback.",t).withException(e)})}}
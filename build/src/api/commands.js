import{CommandError as e,CommandErrorType as t}from"../errors/command-error.js"
class CommandPromise extends Promise{constructor(){super(...arguments),this.taken=!1}static get[Symbol.species](){return Promise}then(e,t){return this.taken=!0,super.then(e,t)}}export class CommandSender{#e
#t
constructor(e,t){this.#e=e,this.#t=t}send(e,t){const r=this.#r(e)
if(t?.success||t?.failure)return void this.#s(e.operation,r,t)
const s=new CommandPromise((e,t)=>{r.then(e,t)})
return Promise.prototype.then.call(s,void 0,t=>{s.taken||this.#t.error("%s failed and nobody took the failure.",e.operation).withException(t)}),s}async#r({operation:e,params:t,finish:r,deadline:s,signal:o}){const n=await this.#e(e,this.#o(e,t),{deadline:s,signal:o})
return r?r(n):n}#o(r,s){try{return s()}catch(s){if(s instanceof e)throw s
const o=`${r} was not sent: ${s instanceof Error?s.message:String(s)}`
throw new e({operation:r,type:t.INVALID_ARGUMENT,message:o,cause:s})}}#s(e,t,r){const s=t=>{try{t()}catch(t){this.#t.error("A callback of %s failed.",e).withException(t)}}
t.then(e=>s(()=>r.success?.(e)),t=>{r.failure?s(()=>r.failure?.(String(t),t)):this.#t.error("%s failed and has no failure callback.",e).withException(t)})}}
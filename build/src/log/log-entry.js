import{isComponent as t,isLevel as e,LogComponent as s,LogLevel as n}from"./levels.js"
import{cut as i,redactText as o}from"./redact.js"
import{describe as r,describeException as c,snapshot as h}from"./snapshot.js"
export class LogEntry{#t
constructor(c,l=!0){const a={...c},g=r(a.text??"")
this.#t=l,this.component=t(a.component)?a.component:s.CCP,this.level=e(a.level)?a.level:n.INFO,this.text=l?o(g):i(g),this.time=m(a.time),this.tabId=u(a.tabId),this.line=Number(a.line)||0,this.agentResourceId=u(a.agentResourceId),this.loggerId=u(a.loggerId),this.contextLayer=u(a.contextLayer),this.count=Number(a.count)||1,this.objects=Array.isArray(a.objects)?h(a.objects,l):[],this.exception=null,this.withException(a.exception)}withException(t){return null!=t&&(this.exception=c(t,this.#t)),this}withObject(t){return this.objects.push(h(t,this.#t)??null),this}sendInternalLogToServer(){return this}getLevel(){return this.level}getText(){return this.text}toString(){const t=this.agentResourceId?` [${this.agentResourceId}]`:"",e=this.count>1?` (${this.count} times)`:""
return`[${this.time.toISOString()}] [${this.level}]${t}: ${this.text}${e}`}}const l=1e4
export function repeats(t,e){return t.text===e.text&&t.level===e.level&&t.component===e.component&&t.loggerId===e.loggerId&&Math.abs(Number(t.time)-Number(e.time))<l}function u(t){return"string"==typeof t?t:null}function m(t){const e=new Date("string"==typeof t?t:Number(t??NaN))
return Number.isNaN(e.getTime())?new Date:e}
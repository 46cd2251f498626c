import{Echo as e}from"./echo.js"
import{isComponent as t,isLevel as i,LogLevel as s,reaches as r}from"./levels.js"
import{LogEntry as n,repeats as o}from"./log-entry.js"
import{formatText as l}from"./printf.js"
import{saveAsFile as h}from"./save-as-file.js"
import{describe as c}from"./snapshot.js"
const a=256
export class Logger{#e
#t
#i
#s=new Set
#r=`${Date.now()}-${Math.random().toString(36).slice(2)}`
#n=[]
#o=[]
#l=!1
#h=0
#c=!0
#a=s.INFO
#g
constructor(t={}){this.#e=t,this.#t=t.capacity??2e3,this.#i=new e(t.console??console)}test(...e){return this.#d(s.TEST,e)}trace(...e){return this.#d(s.TRACE,e)}debug(...e){return this.#d(s.DEBUG,e)}info(...e){return this.#d(s.INFO,e)}log(...e){return this.#d(s.LOG,e)}warn(...e){return this.#d(s.WARN,e)}error(...e){return this.#d(s.ERROR,e)}critical(...e){return this.#d(s.CRITICAL,e)}setLogLevel(e){this.#a=g(e)}setEchoLevel(e){this.#g=g(e)}setRedaction(e){this.#c=e}addSink(e,{signal:t}={}){const i={callback:e,signal:t}
return this.#s.add(i),{unsubscribe:()=>{this.#s.delete(i)}}}addLogEntry(e){return this.#u(new n(e,this.#c))}getEntries(){return Object.freeze(this.#n.slice(-this.#t))}getLoggerId(){return this.#r}toString(){return this.getEntries().join("\n")}download(e={}){const{logName:t,filterByLogLevel:i}="string"==typeof e?{logName:e}:e,s=this.getEntries().filter(({level:e})=>!i||r(e,this.#a))
h(t||"agent-log",JSON.stringify(s,null,4))}#d(e,i){const{contextLayer:s,now:r=Date.now}=this.#e,o=i.length>1&&t(i[0])?i.shift():void 0,[h,...c]=i,a=new n({component:o,level:e,text:l(h,c),time:r(),line:++this.#h,agentResourceId:this.#p(),loggerId:this.#r,contextLayer:s},this.#c)
return this.#u(a)}#p(){try{return this.#e.agentResourceId?.()??null}catch{return null}}#u(e){return this.#v(e),this.#l||(this.#o.length>=a&&this.#w(),1===this.#o.push(e)&&queueMicrotask(()=>this.#w())),e}#v(e){const t=this.#n.at(-1)
t&&o(e,t)&&!t.exception&&!t.objects.length&&(e.count+=t.count,this.#n.pop()),this.#n.push(e)
const i=this.#n.length-this.#t
i>a&&this.#n.splice(0,i)}#w(){const e=this.#o
this.#o=[],this.#l=!0
try{for(const t of e){t.loggerId===this.#r&&r(t.level,this.#f())&&this.#i.print(t)
for(const e of this.#s)this.#m(t,e)}}finally{this.#l=!1}}#m(e,t){if(t.signal?.aborted)this.#s.delete(t)
else try{t.callback(e)}catch(e){this.#i.print(this.error("A log sink failed.").withException(e))}}#f(){return this.#g??(r(this.#a,s.WARN)?this.#a:s.WARN)}}function g(e){if(i(e))return e
throw new Error(`There is no log level "${c(e)}"; the levels are ${Object.keys(s).join(", ")}`)}
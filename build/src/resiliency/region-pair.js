import{DisasterRecoveryEvents as t,LinkEventType as s}from"../events/event-names.js"
export class RegionPair{#t
#s
#e=new Set
#i
#n
#a=null
#r=!1
#h=!1
constructor(e,i,n){this.#i=e,this.#n=i,this.#t=n,this.#s=[e,i].flatMap(e=>{const{core:i}=e.connect,a=i.getEventBus()
return[i.onStatusChange(({status:t})=>"ready"===t&&this.#c(e)),a.subscribe(s.INIT,()=>{this.#e.add(e),this.#o()}),a.subscribe(t.FAILOVER,t=>{(void 0!==t?.nextActiveArn&&t.nextActiveArn===this.#n.instanceArn||!1===t?.isPrimary&&e===this.#i)&&this.#d()}),a.subscribe(t.FAILOVER_PENDING,t=>{this.#h||e!==this.#i||(this.#h=!0,n.pending(t?.nextActiveArn??this.#n.instanceArn??null))})]})}get active(){return this.#i}get standby(){return this.#n}failover(t=!1){const s="ready"===this.#i.connect.core.getStatus()
this.#l(this.#i,t),s||(this.#a=this.#i,this.#d())}downloadLogs({logName:t="agent-log",filterByLogLevel:s}={}){for(const{region:e,connect:i}of[this.#i,this.#n])i.getLog().download({logName:`${e}-${t}`,filterByLogLevel:s})}end(){for(const t of this.#s)t.unsubscribe()}#u({connect:{core:t}},s,e){t.initialized&&t.getUpstream().sendUpstream(s,e)}#v(s,e){this.#u(s,t.SUPPRESS,{suppress:e,shouldSendFailoverDownstream:!1})}#l(s,e){this.#v(s,!0),this.#u(s,t.SET_OFFLINE,{softFailover:e})}#c(t){t===this.#a&&(this.#a=null,t!==this.#i&&this.#l(t,!1))}#o(){!this.#r&&this.#e.has(this.#i)&&(this.#r=!0,this.#t.ready())}#d(){[this.#i,this.#n]=[this.#n,this.#i],this.#h=!1,this.#v(this.#i,!1),this.#o(),this.#t.complete()}}
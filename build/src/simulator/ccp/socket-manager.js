import{ScopedTimer as t}from"../../conduit/scoped-timer.js"
import{isRecord as e}from"../../conduit/wire.js"
import{AgentEvents as n,WebSocketEvents as s}from"../../events/event-names.js"
import{pause as o}from"./abortable.js"
import{DEFAULT_SOCKET_PACE as i,SocketTopic as c}from"./socket.js"
import{TopicSubscriptions as r}from"./topic-subscriptions.js"
const a=300,p=1e3,h=1006,l=Object.values(c)
class UnusableTransport extends Error{}function d(t){const{url:n,transportLifeTimeInSeconds:s}=e(t)&&e(t.webSocketTransport)?t.webSocketTransport:{}
if("string"!=typeof n||!n.startsWith("wss://")||"number"!=typeof s||s<a)throw new UnusableTransport("A web socket needs a wss:// address that lives for 300 s at least")
return{url:n,transportLifeTimeInSeconds:s}}function u(t){try{return JSON.parse(t)}catch{return}}export class SocketManager{#t
#e
#n
#s=null
#o=null
#i=null
#c=null
#r=!1
constructor(t){this.#t=t,this.#e={...i,...t.pace},this.#n=new r({pace:this.#e,tell:t.tell})}start(){this.#s||(this.#s=new AbortController,this.#r=!1,this.#a(this.#s.signal))}stop(){this.#s?.abort(),this.#s=this.#i=this.#c=null,this.#n.detach()}subscribe(t){Array.isArray(t)&&this.#n.want(t)}send(t){e(t)&&void 0!==t.topic&&!l.includes(t.topic)?this.#i?.link?.send(JSON.stringify(t)):this.#t.onError?.(new TypeError("A message on the socket needs a topic that pages may use"),"sending")}async#a(t){if(this.#o===t)return
this.#o=t
const e=Date.now()
for(let n=0;!t.aborted;n+=1){try{const s=d(await this.#t.getTransport(t)),o={connectWebSocketRetryCount:n,connectionAttemptStartTime:e}
t.aborted||await this.#p(s,o,t)
break}catch(e){if(t.aborted)break
this.#h(e)}const{reconnect:s,reconnectLimit:i}=this.#e
n>0&&await o(Math.min(s*2**(n-1),i),t)}this.#o===t&&(this.#o=null)}#h(t){const e=t instanceof UnusableTransport
this.#t.onError?.(t,"opening the web socket"),this.#r&&!e||this.#t.tell(s.INIT_FAILURE),this.#r=!0,e&&this.stop()}#p(t,e,n){return new Promise((s,o)=>{const i=new AbortController,c={link:null,openTimestamp:0,end:i,unanswered:!1}
c.link=this.#t.openSocket(t.url,{opened:()=>{this.#l(c,t,e),s()},received:t=>this.#d(c,u(t)),closed:(t,e)=>{o(new Error(`The web socket could not be opened: ${t} ${e}`)),this.#u(c,t,e)}}),i.signal.addEventListener("abort",()=>c.link?.close(),{once:!0}),n.addEventListener("abort",()=>(i.abort(),s()),{once:!0,signal:i.signal})})}#l(e,{transportLifeTimeInSeconds:o},i){const{tell:c}=this.#t,{end:r}=e,a=this.#i,h=this.#c,l=e.openTimestamp=Date.now()
this.#i=e,this.#c=null,this.#r=!0,a||(c(n.WEBSOCKET_CONNECTION_GAINED),c(s.CONNECTION_GAIN)),c(s.CONNECTION_OPEN,{...i,noOpenConnectionsTimestamp:h,connectionEstablishedTime:l,timeToConnect:l-i.connectionAttemptStartTime,timeWithoutConnection:h&&l-h}),this.#n.attach(t=>e.link?.send(JSON.stringify(t)),r.signal,()=>{a&&!a.end.signal.aborted&&this.#u(a,p,"Replaced")}),this.#m(e,new t(r.signal))
const d=1e3*o-this.#e.renewal
new t(r.signal).start(d,()=>this.#s&&void this.#a(this.#s.signal))}#m(t,e){if(t.unanswered)return this.#u(t,h,"No answer to a heartbeat")
t.unanswered=!0,t.link?.send(JSON.stringify({topic:c.HEARTBEAT})),e.start(this.#e.heartbeat,()=>this.#m(t,e))}#d(t,n){if(!t.end.signal.aborted&&e(n))switch(n.topic){case c.HEARTBEAT:t.unanswered=!1
break
case c.SUBSCRIBE:t===this.#i&&this.#n.answered(n.content)
break
default:"string"==typeof n.topic&&this.#t.tell(s.ALL_MESSAGE,n)}}#u(t,e,o){const{tell:i}=this.#t,{openTimestamp:c,end:r}=t
if(r.abort(),!c)return
const a=Date.now(),p={openTimestamp:c,closeTimestamp:a,connectionDuration:a-c,code:e,reason:o}
i(s.CONNECTION_CLOSE,p),t===this.#i&&this.#s&&(this.#i=null,this.#c=a,this.#n.detach(),i(n.WEBSOCKET_CONNECTION_LOST,p),i(s.CONNECTION_LOST,p),this.#a(this.#s.signal))}}
export class ConnectionRecord{constructor(t,n){this.data=t,this.contact=n}}const t=["agent","monitoring"]
export class ContactRecord{#t
#n
#e
constructor(t,n=0){this.data=t.connections?t:{...t,connections:[]},this.skew=n}get connections(){return this.#t??=this.data.connections.map(t=>new ConnectionRecord(t,this))}connection(t){return this.#n??=new Map(this.connections.map(t=>[t.data.connectionId,t])),this.#n.get(t)}get roles(){const{connections:n}=this.data
return this.#e??={initial:n.findIndex(({initial:t})=>t),agent:n.findIndex(({type:n})=>t.includes(n)),thirdParties:[...n.keys()].filter(t=>!n[t].initial&&"agent"!==n[t].type)}}}export class IndexedSnapshot{#o
constructor(t){this.data=t
const{skew:n}=this,e=new Map
for(const o of t.snapshot.contacts)e.set(o.contactId,new ContactRecord(o,n))
this.contacts=e}get agent(){return this.data.snapshot}get configuration(){return this.data.configuration}get skew(){const{skew:t}=this.data.snapshot
return Number.isFinite(t)?t:0}get queueARNs(){const t=this.configuration.routingProfile?.queues??[]
return this.#o??=t.map(({queueARN:t})=>t)}}export function elapsedSince(t,n){return Math.max(0,Date.now()-new Date(t??NaN).getTime()+n)||0}
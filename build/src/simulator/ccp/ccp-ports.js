import{TwoWayConduit as t}from"./two-way-conduit.js"
import{PortStream as r}from"../../conduit/stream.js"
export class CcpPorts{#t=new Map
#r
constructor(t){this.#r=t}get size(){return this.#t.size}has(t){return this.#t.has(t)}add(s,o){const e=new AbortController,{signal:n}=e,i={id:o,port:s,conduit:new t({name:o,downstream:new r(s),signal:n,onError:this.#r}),tabId:null}
return this.#t.set(s,{ccp:i,abort:e}),i}holds(t){return this.#t.get(t.port)?.ccp===t}remove({port:t}){this.#t.get(t)?.abort.abort(),this.#t.delete(t)}send({conduit:t},r,s){try{return t.sendDownstream(r,s)}catch(t){return this.#r(t,r),!1}}sendToAll(t,r){for(const{ccp:s}of this.#t.values())this.send(s,t,r)}count(t=null){const r=this.#t.size
if(null===t)return{length:r}
const s=[...this.#t.values()].map(({ccp:t})=>t.tabId).filter(t=>null!==t),o=new Set(s).size,e=s.filter(r=>r===t).length
return{length:r,tabId:t,streamsTabsAcrossBrowser:o,[t]:{length:e}}}}
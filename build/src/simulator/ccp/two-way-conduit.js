import{Conduit as s,listenTo as r,sendTo as t}from"../../conduit/conduit.js"
export class TwoWayConduit extends s{#s
constructor({downstream:s,...t}){super(t),this.#s=s,this.downstreamBus=r(s,t.signal,t.onError)}onDownstream(s,r){return this.downstreamBus.subscribe(s,r)}onAllDownstream(s){return this.downstreamBus.subscribeAll(s)}sendDownstream(s,r){return t(this.#s,s,r)}}
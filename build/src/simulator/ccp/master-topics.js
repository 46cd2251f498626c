import{isRecord as e}from"../../conduit/wire.js"
const t=12e4
function s(t){if(!e(t)||"string"!=typeof t.topic||""===t.topic)throw new TypeError("A master request needs params with a topic.")
return{topic:t.topic,shouldNotBecomeMasterIfNone:Boolean(t.shouldNotBecomeMasterIfNone)}}export class MasterTopics{#e=new Map
#t=new Map
#s
#o
constructor({now:e=()=>Date.now(),lease:s=t}={}){this.#s=e,this.#o=s}renew(e){this.#t.set(e,this.#s())}release(e){this.#t.delete(e)
for(const[t,s]of this.#e)s===e&&this.#e.delete(t)}answer(e,t,o){switch(t){case"checkMaster":return this.#r(e,s(o))
case"becomeMaster":return this.#i(e,s(o))
default:throw new TypeError(`There is no master method ${t}; the methods are checkMaster and becomeMaster.`)}}#r(e,{topic:t,shouldNotBecomeMasterIfNone:s}){const o=this.#e.get(t);(void 0===o||o!==e&&this.#n(o))&&!s&&this.#e.set(t,e)
const r=this.#e.get(t)??null
return{masterId:r,isMaster:r===e,topic:t}}#i(e,{topic:t}){const s=this.#e.get(t)
return this.#e.set(t,e),{masterId:e,takeOver:void 0!==s&&s!==e,topic:t}}#n(e){const t=this.#t.get(e)
return void 0!==t&&this.#s()-t>this.#o}}
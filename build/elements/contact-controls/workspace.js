export class Workspace{constructor(){this.#t=[],this.#e=null,this.#n=null,this.#l=null,this.slotted=t=>{const e=t.currentTarget.assignedElements({flatten:!0}),n=this.#t.filter(t=>!e.includes(t))
for(const t of n)t.contactId=t.mediaController=null
this.#t=e,this.#o(e)}}#t
#e
#n
#l
select(e,n){e===this.#e&&n===this.#n||(this.#e=e,this.#n=n,this.#l=e&&n?t(n,e):null,this.#o(this.#t))}#o(t){for(const e of t)e.contactId=this.#e,e.mediaController=this.#l}}function t(t,e){const n=(async()=>new t.Contact(e).getAgentConnection()?.getMediaController())()
return n.catch(()=>{}),n}
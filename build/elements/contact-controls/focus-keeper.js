const t="[data-contact]",e="[data-verb]",o=["reject","hang-up","leave"]
export class FocusKeeper{#t
#e=null
constructor(t){this.#t=t,t.addController(this)}hostUpdate(){const o=this.#t.renderRoot,s=this.#t.getRootNode().activeElement,r=s&&s!==this.#t&&this.#t.contains(s)?n(s,this.#t):null,a=o.activeElement??r,i=a?.closest(t)
this.#e=a&&{element:a,contactId:i?.dataset.contact,index:i?this.#o.indexOf(i):0,place:i?[...i.querySelectorAll(e)].indexOf(a):-1}}hostUpdated(){const t=this.#e
if(this.#e=null,!t||this.#t.renderRoot.activeElement)return
if(t.element.isConnected)return t.element.focus()
const e=this.#o,o=e.find(({dataset:e})=>e.contact===t.contactId),n=(o&&s(o,t.place))??o??e.at(Math.min(t.index,e.length-1))??this.#t.renderRoot.querySelector("[data-rest]")
n?.focus()}get#o(){return[...this.#t.renderRoot.querySelectorAll(t)]}}function s(t,s){const n=[...t.querySelectorAll(e)]
return[...n.slice(0,Math.max(0,s)+1).reverse(),...n].find(({ariaDisabled:t,dataset:e})=>"true"!==t&&!o.includes(e.verb))}function n(t,e){let o=t
for(;o&&o.parentElement!==e;)o=o.parentElement
return o?.assignedSlot??null}
import{LinkEventType as e}from"../events/event-names.js"
import{Conduit as r}from"./conduit.js"
import{WindowStream as t}from"./stream.js"
import{isEnvelope as n}from"./wire.js"
export const AMAZON_ORIGIN=/^https:\/\/(?:[a-z\d-]+\.)+(?:my\.connect\.aws|awsapps\.com)$/
export class FramePeer{#e
#r
#t=null
#n=null
#i=null
constructor({ccpUrl:e,instanceUrl:r},t){this.#e=new URL(r??e,t).origin,this.#r=void 0===r}get frame(){return this.#t}set frame(e){this.#t=e,this.#n=null}get window(){return this.#t?.contentWindow??null}get origin(){return this.#n}get refusedOrigin(){return this.#i}admits(r,t){if(null!==this.#n)return r===this.#n
const i=r===this.#e
if(!(i||this.#r&&AMAZON_ORIGIN.test(r)))return"null"!==r&&(this.#i=r),!1
const{data:s}=t,o=n(s)&&s.event===e.ACKNOWLEDGE
return o&&(this.#n=r),i||o}}export function createFrameConduit({window:e,peer:n,name:i,signal:s,onError:o}){return new r({name:i,upstream:new t(e,n),signal:s,onError:o})}
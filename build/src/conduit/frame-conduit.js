import{LinkEventType as e}from"../events/event-names.js"
import{isAmazonOrigin as r,isInstance as t,isOfSameInstance as s}from"./amazon-hosts.js"
import{Conduit as i}from"./conduit.js"
import{WindowStream as n}from"./stream.js"
import{isEnvelope as d}from"./wire.js"
export class FramePeer{#e
#r
#t=null
#s=null
#i=!1
#n=null
constructor({ccpUrl:e,instanceUrl:r},s){this.#e=new URL(r??e,s),this.#r=void 0===r&&!t(this.#e)}get frame(){return this.#t}set frame(e){this.#t=e,this.#i=!1}get window(){return this.#t?.contentWindow??null}get origin(){return this.#i?this.#s:null}get expectedOrigin(){return this.#s??this.#e.origin}get refusedOrigin(){return this.#n}admits(r,t){const s=r===this.expectedOrigin
if(this.#i)return s
if(!s&&!this.#d(r))return"null"!==r&&(this.#n=r),!1
const{data:i}=t,n=d(i)&&i.event===e.ACKNOWLEDGE
return n&&(this.#s=r,this.#i=!0),s||n}#d(e){return null===this.#s&&(this.#r?r(e):s(this.#e,e))}}export function createFrameConduit({window:e,peer:r,name:t,signal:s,onError:d}){return new i({name:t,upstream:new n(e,r),signal:s,onError:d})}
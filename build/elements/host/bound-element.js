import{CcpController as t}from"./ccp-controller.js"
import{ConnectElement as e}from"../base/connect-element.js"
export class BoundElement extends e{constructor(){super(...arguments),this.ccp=new t(this),this.#t=null}static{this.properties={htmlFor:{attribute:"for",noAccessor:!0},forElement:{attribute:!1,noAccessor:!0}}}#t
#e
get htmlFor(){return this.#t}set htmlFor(t){const e=this.#t
this.#t=t??null,this.requestUpdate("htmlFor",e),this.ccp.resolve()}get forElement(){return this.#e}set forElement(t){const e=this.#e
this.#e=t,this.requestUpdate("forElement",e),this.ccp.resolve()}get bound(){return null!==this.ccp.host}}
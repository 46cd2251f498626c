import"../page/lit-marks.js"
import{BoundElement as t}from"../host/bound-element.js"
import{LateElement as e}from"../base/late-element.js"
import{ViewSource as s}from"../base/late-view.js"
export class ConnectContactControlsElement extends e{static{this.tagName="connect-contact-controls"}static{this.source=new s(()=>import("./view.js"),"11rem")}static{this.styles=[t.styles,this.source.styles]}static{this.properties={...t.properties,country:{}}}constructor(){super(),this.country=""}get viewOwner(){return{...super.viewOwner,element:this,renderContact:(t,e)=>this.renderContact(t,e)}}renderContact(t,e){return this.view?.renderContact(t,e)}}
import"../page/lit-marks.js"
import{BoundElement as t}from"../host/bound-element.js"
import{LateElement as e}from"../base/late-element.js"
import{ViewSource as s}from"../base/late-view.js"
export class ConnectAgentStatusElement extends e{static{this.tagName="connect-agent-status"}static{this.source=new s(()=>import("./view.js"),"4.125rem")}static{this.styles=[t.styles,this.source.styles]}static{this.properties={...t.properties,acwSeconds:{attribute:"acw-seconds",type:Number}}}setAgentState(t){this.whenViewed(e=>e.setAgentState(t))}}
import{IdGenerator as n}from"./id-generator.js"
const t="us-east-1"
export function instanceArnOf(t){const s=[...t].reduce((n,t)=>Math.imul(n,31)+t.charCodeAt(0),7)
return`arn:aws:connect:${t.split(".")[0]}:123456789012:instance/${new n(s).uuid()}`}export class TrafficDistribution{#n
#t=!1
constructor(n=t){this.#n=instanceArnOf(n)}activate(n,{soft:t=!1}={}){this.#n=instanceArnOf(n),this.#t=t}answer(){return{InstanceArn:this.#n,TerminateActiveContacts:!this.#t}}}
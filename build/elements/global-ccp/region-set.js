import{announceHosts as t}from"../host/registry.js"
import{sameOr as i}from"../host/state.js"
import{RegionCoordinator as o}from"./coordinator.js"
import{findRegions as s}from"./find-regions.js"
const n={regions:[],problem:null,isWaiting:!0}
export class RegionSet{#t
#i
#o=n
#s=[]
#n=null
#e
#r
constructor(t,i){this.#t=t,this.#i=i}get regions(){return this.#o.regions}get problem(){return this.#o.problem}get coordinator(){return this.#r}resolve(){const o=this.#l(),{regions:s,problem:n}=o,{loginUrl:e,polls:r}=this.#i.wishes(),l=s.flatMap(t=>[t,t.region,t.ccpUrl,t.instanceArn,t.loginUrl]),h=i(this.#s,[n,r,e,...l])
h!==this.#s&&(this.#s=h,this.#h(o),t(),queueMicrotask(()=>this.complain()))}release(){this.#s=[],this.#h(n)}complain(){const{problem:t,isWaiting:i}=this.#t.isConnected?this.#l():n
t===this.#n||i||"loading"===document.readyState||(this.#n=t,null!==t&&this.#i.wrong(t))}#l(){return s(this.#t,this.#i.wishes(),this.#i.terms())}#h(t){const i=this.regions
this.#o=t,this.#n=null,this.#r?.end(),this.#r=void 0
for(const o of i)t.regions.includes(o)||o.manage(null)
const[s,n]=t.regions
if(this.#e=t.regions.find(t=>t===this.#e),null!==t.problem||!n)return this.#i.follow(this.#e)
const e=new o([s,n],this.#e??=s,this.#i.wishes(),{pending:()=>this.#i.pending(),complete:()=>{this.#e=e.active,this.#i.complete()}})
this.#r=e,this.#i.follow(this.#e),e.lead()}}
import{isRecord as e}from"../conduit/wire.js"
export function createScriptTrust(){const{trustedTypes:e}=globalThis
let t
return r=>{try{t??=e?.createPolicy("connect-ccp-elements",{createScriptURL:e=>e})}catch{}return t?.createScriptURL(r)??r}}export class ActiveConnect{#e=Object.getOwnPropertyDescriptor(globalThis,"connect")
#t
#r=!1
#c
#n
constructor(t){this.#t=()=>this.#r?this.#e?.get?.()??this.#e?.value:this.#c&&document.currentScript===this.#c?(queueMicrotask(()=>this.#c=void 0),this.#n):t()
const r=this.#t
Object.defineProperty(globalThis,"connect",{configurable:!0,enumerable:!0,get:r,set(t){const c=r()
if(e(t)&&c)for(const[e,r]of Object.entries(t))e in c||(c[e]=r)}})}async run(e,t,r,c){for(const n of e){if(this.#r)return
const e=document.createElement("script")
await new Promise(o=>{e.onload=o,e.onerror=()=>o(c(n))
try{e.src=r(n)}catch{return o(c(n," Allow the Trusted Types policy connect-ccp-elements."))}this.#c=e,this.#n=t,document.head.append(e)}),e.remove()}}end(){this.#r=!0,Object.getOwnPropertyDescriptor(globalThis,"connect")?.get===this.#t&&(delete globalThis.connect,this.#e&&Object.defineProperty(globalThis,"connect",this.#e))}}
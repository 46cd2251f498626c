export const MEMORY_KEY="connect-ccp-elements.devices"
const t=20
export function isAnythingRemembered(){return null!==e()}export class DeviceMemory{#t
constructor(t){this.#t=t}get(t){const e=this.#e.get(this.#t)?.[t]
return"string"==typeof e?.id&&"string"==typeof e.label?{id:e.id,label:e.label}:void 0}set(t,e){const n=this.#e,{[t]:r,...s}=n.get(this.#t)??{},c=e?{...s,[t]:e}:s
n.delete(this.#t),Object.keys(c).length>0&&n.set(this.#t,c)
try{n.size>0?localStorage.setItem(MEMORY_KEY,JSON.stringify([...n].slice(-20))):localStorage.removeItem(MEMORY_KEY)}catch{}}get#e(){try{const t=JSON.parse(e()??"[]")
return new Map(t)}catch{return new Map}}}function e(){try{return localStorage.getItem(MEMORY_KEY)}catch{return null}}
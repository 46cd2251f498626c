export class Outage{#t
#e
constructor(t,e){this.#t=`connect-simulator:${t}:outage`,this.#e=e}get isOn(){try{const t=sessionStorage.getItem(this.#t)
return null===t?this.#e:"true"===t}catch{return this.#e}}set isOn(t){this.#e=t
try{sessionStorage.setItem(this.#t,String(t))}catch{}}}
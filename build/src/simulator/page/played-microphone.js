const e=["browser","granted","denied","missing"],t=(e,t,r)=>({deviceId:t,kind:e,label:r,groupId:t&&`group ${t}`}),r=[t("audiooutput","default","Default speaker"),t("audiooutput","headset","Headset")],s=[t("audioinput","default","Default microphone"),t("audioinput","headset","Headset")]
export class PlayedMicrophone{#e
#t="browser"
constructor(e){this.#e=e}get isThere(){return"browser"===this.#t||"granted"===this.#t}play(t){if(!e.includes(t))throw new Error(`microphone takes one of ${e.join(", ")}, not ${String(t)}.`)
this.#t=t}async list(){switch(this.#t){case"granted":return[...s,...r]
case"missing":return r
case"denied":return[t("audioinput","",""),t("audiooutput","","")]
default:return this.#e()}}}
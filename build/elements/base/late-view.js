import{unsafeCSS as e}from"lit"
import{LateModule as t}from"../page/late-module.js"
export const NOT_LOADED="not-loaded"
export const notLoaded=({localName:e})=>`<${e}> did not load. Check the network. It is tried again when the network is back.`
const o="p{margin:0;padding:.75rem 1rem;border:1px solid var(--_border);border-radius:var(--_radius);background:var(--_surface)}"
export class ViewSource extends t{constructor(t,r){super(async()=>{const e=await t()
return this.styles.styleSheet?.replaceSync(e.styles.map(({cssText:e})=>e).join("")),e}),this.styles=e(`:host{display:block;min-block-size:${r}}${o}`)}}
import{VERSION as e}from"../../src/version.js"
export function define(n,o,s=globalThis.customElements){const i=s?.get(n)
i?i!==o&&i.version!==e&&console.warn(`<${n}> is already defined by version ${i.version??"unknown"}; version ${e} leaves it so.`):s?.define(n,o)}
export function named(e){return Object.freeze(Object.fromEntries(e.map(e=>[e,e.toLowerCase()])))}export function namespaced(e,t){const r=t.map(t=>[t,`${e}::${t.toLowerCase()}`])
return Object.freeze(Object.fromEntries(r))}export function joined(e,t){return Object.freeze({...e,...t})}const e=e=>e.replace(/([a-z])([A-Z])/g,"$1_$2").toUpperCase()
export function makeEnum(t){const r=t.map(t=>[e(t),t])
return Object.freeze(Object.fromEntries(r))}
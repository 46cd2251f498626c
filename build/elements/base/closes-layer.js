const e=229
export function closesLayer(o){return"Escape"===o.key&&!o.isComposing&&o.keyCode!==e&&(o.preventDefault(),o.stopPropagation(),!0)}
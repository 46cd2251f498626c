const e="http://www.w3.org/2000/svg",t=/*#__PURE__*/new Set(["svg","path","circle","rect"]),r=/*#__PURE__*/new Set(["value","checked","selected"])
function n(e){return e.flatMap(e=>null==e||!1===e?[]:Array.isArray(e)?n(e):["number"==typeof e?String(e):e])}export function h(e,t={},...r){return{tag:e,props:t,children:n(r)}}export class Renderer{#e=new WeakMap
render(e,...t){this.#t(e,n(t))}#t(e,t){const r=[...e.childNodes],n=t.map(e=>{const t=r.findIndex(t=>this.#r(t,e)),n=t<0?void 0:r.splice(t,1)[0]
if("string"==typeof e)return this.#n(n,e)
const s=n??this.#s(e)
return this.#o(s,e),s})
for(const e of r)e.remove()
n.forEach((t,r)=>{e.childNodes[r]!==t&&e.insertBefore(t,e.childNodes[r]??null)})}#r(e,t){const r=this.#e.get(e)
return"string"==typeof t?!r&&e.nodeType===Node.TEXT_NODE:r?.tag===t.tag&&r.props.key===t.props.key}#n(e,t){const r=e??document.createTextNode(t)
return r.nodeValue!==t&&(r.nodeValue=t),r}#s({tag:r}){return t.has(r)?document.createElementNS(e,r):document.createElement(r)}#o(e,t){const r=this.#e.get(e)?.props??{}
this.#e.set(e,t),this.#t(e,t.children)
for(const n of new Set([...Object.keys(r),...Object.keys(t.props)]))"key"!==n&&r[n]!==t.props[n]&&this.#c(e,n,t.props[n])}#c(e,t,n){t.startsWith("on")||r.has(t)?Object.assign(e,{[t]:n??null}):null==n||!1===n?e.removeAttribute(t):e.setAttribute(t,"string"==typeof n?n:!0===n?"":JSON.stringify(n))}}
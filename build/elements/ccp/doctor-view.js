const e=String.raw,r=e`:host{display:block;max-inline-size:100%;text-align:start}*{box-sizing:border-box}details:not([open]){block-size:0}summary{padding-block:.375rem;text-align:center;color:var(--_text-quiet);cursor:pointer}summary:hover{color:var(--_text)}dl{margin:0}dt{color:var(--_text-quiet)}.sign-in{display:block;margin:0 auto .5rem}dd{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;margin:.25rem 0 .75rem}code{overflow-wrap:anywhere}code,pre{color:var(--_text);font:.8125rem/1.5 ui-monospace,Menlo,Consolas,monospace}pre{max-block-size:13rem;max-inline-size:70ch;margin:0 0 .5rem;padding:.75rem;overflow:auto;border:1px solid var(--_border);border-radius:var(--_control-radius);background:var(--_surface-raised);white-space:pre-wrap;overflow-wrap:anywhere}button{min-block-size:var(--_small-size);padding:2px var(--_gap-3);border:1px solid var(--_field-border);border-radius:var(--_control-radius);background:var(--_surface);color:var(--_text);font:inherit;cursor:pointer}button:hover{background:var(--_surface-raised)}:focus-visible{outline:var(--_focus-width) solid var(--_focus-color);outline-offset:2px}`
export function reportView({findings:e,origins:n,text:i},c,d){const{doctor:s,status:p}=c,l=document.createElement("div")
l.part.add("doctor"),l.setAttribute("exportparts","button, doctor-report")
const u=l.attachShadow({mode:"open"}),m=new CSSStyleSheet
m.replaceSync(r),u.adoptedStyleSheets=[m]
const b=a("pre",i)
b.part.add("doctor-report"),b.tabIndex=0
const v=a("details",a("summary",s.details))
if(e.some(({code:e})=>"no-answer"===e)){const e=a("dl",a("dt",s.origin))
for(const r of n)e.append(a("dd",a("code",r),o(r,s)))
v.append(e)}v.append(b,o(i,s))
const[{code:f,certainty:g}]=e
if("unreachable"===f&&"certain"!==g){const e=t(p["signed-out"].action??"",d)
e.className="sign-in",u.append(e)}return u.append(v),l}function o(e,r){const o=async()=>{await navigator.clipboard.writeText(e),a.textContent=r.copied},a=t(r.copy,()=>{o().catch(()=>a.remove())})
return a}function t(e,r){const o=a("button",e)
return o.type="button",o.part.add("button"),o.addEventListener("click",r),o}function a(e,...r){const o=document.createElement(e)
return o.append(...r),o}
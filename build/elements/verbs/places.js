export function placesOf(e){const t=Object.keys(e)
return[...new Set(t.map(t=>e[t].place))].sort((e,t)=>e-t).map(c=>t.filter(t=>e[t].place===c))}
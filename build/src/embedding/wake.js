const n=["visibilitychange","online","pageshow"]
export function onWake(o,e,i){for(const t of n)o.addEventListener(t,i,{signal:e})}
export const UNAUTHORIZED=401
export const ACCESS_DENIED=403
export class CtiError extends Error{constructor(t,r,s=400){super(r),this.type=t,this.statusCode=s,this.name="CtiError"}}export function statusOf(t){return t instanceof CtiError?t.statusCode:500}export function errorText(t){const{name:r,message:s,stack:e}=t instanceof Error?t:new Error(String(t))
return JSON.stringify({type:t instanceof CtiError?t.type:r,message:s,stack:e?.split("\n")??[],retryStatus:"none",statusCode:statusOf(t)})}
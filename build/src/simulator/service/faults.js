import{ACCESS_DENIED as e,CtiError as t,UNAUTHORIZED as s}from"../ccp/cti-service-client.js"
const i={[s]:"UnauthorizedException",[e]:"AccessDeniedException",429:"QuotaExceededException"}
function n(e){return i[e]??(e>=500?"InternalServiceException":"InvalidStateException")}export const EVERY_OPERATION="*"
export class Faults{#e
#t
#s
#i
constructor(e=()=>!1){this.latency=0,this.denied=!1,this.#e=new Map,this.#t=new Set,this.#i=new Set,this.#s=e}fail(e,{status:s=500,code:i=n(s),message:o,times:r=1,how:h="refused"}={}){if(r<=0)return void this.#e.delete(e)
const a=o??`The simulator was told that ${e} fails.`
this.#e.set(e,{left:r,how:h,error:()=>new t(i,a,s)})}expireTokens(){this.#i=new Set([...this.#i,...this.#t]),this.#t.clear()}checkSession(i){if(""===i||this.#i.has(i))throw new t("UnauthorizedException","There is no session with this token: sign in.",s)
if(this.#t.add(i),this.denied)throw new t("AccessDeniedException","The agent may not use this.",e)}async perform(e,t){const s=this.#n(e)
if("refused"===s?.how)throw s.error()
if("ignored"===s?.how)return{}
const i=await t()
if(s)throw s.error()
return i}failsOnSocket(e){return this.#e.has(e)&&void 0!==this.#n(e)}#n(e){const t=this.#e.has(e)?e:"*",s=this.#e.get(t)
if(s&&(t===e||s.left===1/0||!this.#s(e)))return s.left-=1,s.left<=0&&this.#e.delete(t),s}}
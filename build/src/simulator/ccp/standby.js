import{withoutWaitingContacts as s}from"../../conduit/standby.js"
import{isRecord as e}from"../../conduit/wire.js"
import{DisasterRecoveryEvents as i}from"../../events/event-names.js"
export class Standby{#s
#e=!1
#i=!1
#r=!1
constructor(s){this.#s=s}get isSuppressed(){return this.#e}suppress(s){const{suppress:r,shouldSendFailoverDownstream:t=!0}=e(s)?s:{}
this.#e=Boolean(r),this.#e||(this.#i=!1),t&&this.#s(i.FAILOVER,{isPrimary:!this.#e})}cannotAsk(){this.#e=!0}forceOffline(s){const{offline:r,nextActiveArn:t}=e(s)?s:{}
this.#i||(this.#r=!1,this.#s(i.FAILOVER,{isPrimary:!1,nextActiveArn:t})),this.#i=Boolean(r)}heard({instanceArn:s,isSoft:e},r){const{ownArn:t,otherArn:n,isFirstForCcp:o,isFirstForWorker:p}=r
if(s===t)return!this.#e&&o&&this.#s(i.FAILOVER,{nextActiveArn:t}),!0
if(s!==n)return!1
const l=e&&!p
return l&&o&&(!this.#e||this.#r)&&this.#s(i.FAILOVER,{nextActiveArn:t}),this.#e||(this.#e=!0,this.#r=l,this.#s(i.FORCE_OFFLINE,{softFailover:l,nextActiveArn:s})),!0}reset(){this.#e=this.#i=this.#r=!1}filter(e){return this.#e?(this.#i&&this.#s(i.FORCE_OFFLINE),s(e)):e}}
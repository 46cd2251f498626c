var e
import"../page/lit-marks.js"
import{html as t}from"lit"
import{connect as s,StateError as o}from"../../src/index.js"
import{HostElement as i}from"../host/host-element.js"
import{LateModule as n}from"../page/late-module.js"
import{NOT_LOADED as a,notLoaded as r}from"../base/late-view.js"
import{addHost as l,announceHosts as d,removeHost as c,watchHosts as h}from"../host/registry.js"
import{globalCcpStyles as g}from"./styles.js"
import{regionsOf as p}from"./regions-of.js"
export class ConnectGlobalCcpElement extends i{static{this.tagName="connect-global-ccp"}static{this.styles=[i.styles,g]}static{this.properties={htmlFor:{attribute:"for"},loginUrl:{attribute:"login-url"},withoutPolling:{attribute:"without-polling",type:Boolean}}}static#e=new n(()=>import("./lead.js"))
#t
#s
#o
constructor(){super(),this.withoutPolling=!1}get ccpUrl(){return""}get regions(){return this.#t?.set.regions??p(this,this.htmlFor)}get activeRegion(){return this.#t?.active?.region??null}get standbyRegion(){return this.#t?.set.coordinator?.standby.region??null}get connect(){return this.#t?.active?.connect??s}get headless(){return this.#t?.active?.headless??!1}failover({soft:e=!1}={}){this.#i.pair.failover(e)}downloadLogs(e){this.#i.pair.downloadLogs(e)}login(){this.#i.login()}async logout(){await this.#i.logout()}retry(){this.#t?.active?.retry()}async showPanel(e){await(this.#t?.active?.showPanel?.(e))}perform(e){return this.#t?.active?.perform(e)??Promise.resolve("failed")}terminate(){for(const e of this.regions)e.terminate()}connectedCallback(){super.connectedCallback()
const{signal:e}=this.#o=new AbortController
e.addEventListener("abort",h(()=>this.isConnected&&this.#t?.set.resolve())),document.addEventListener("DOMContentLoaded",()=>this.#t?.set.complain(),{signal:e}),l(this),this.#n(e)}connectedMoveCallback(){this.#t?.words.hostConnected(),d()}disconnectedCallback(){super.disconnectedCallback(),this.#o?.abort(),this.#t?.set.release(),c(this)}hostsChanged(){}async getUpdateComplete(){return await this.#s,super.getUpdateComplete()}updated(){this.isConnected&&this.#t?.set.resolve()}willUpdate(){const e=this.#t?.notice[1]
this.setCustomStates("pending"===e&&"failover-pending","wrong"===e&&"bad-regions")}render(){const[e,s]=this.#t?.notice??[this.state.error?.message,""],o=e&&(s||!this.headless)
return t` <p class="notice ${s} ${o?"":"unseen"}" part="notice ${s&&`notice-${s}`}" role="status"> ${e} </p><slot></slot> `}#n(t){if(this.#t)return
const s=e.#e
if(s.loaded)return this.#a(s.loaded)
this.#s=s.load().then(e=>{t.aborted||this.#a(e)},()=>{t.aborted||this.#r(t)})}#a({GlobalLead:e}){this.#t=new e(this,this.store,this.localize.bind(this),this.setCustomStates.bind(this)),this.#t.set.resolve()}#r(e){window.addEventListener("online",()=>this.#n(e),{once:!0,signal:e}),this.store.fail({code:a,message:r(this)}),this.requestUpdate()}get#i(){const{coordinator:e,problem:t}=this.#t?.set??{}
if(!e)throw new o("%s",t??"There are no two regions yet.")
return e}stateChanged(){this.#t?.stateChanged()}}e=ConnectGlobalCcpElement

var t
import"../page/lit-marks.js"
import{html as e}from"lit"
import{connect as s,StateError as o}from"../../src/index.js"
import{HostElement as i}from"../host/host-element.js"
import{LateModule as n}from"../page/late-module.js"
import{NOT_LOADED as r,notLoaded as a}from"../base/late-view.js"
import{addHost as l,announceHosts as d,removeHost as c,watchHosts as h}from"../host/registry.js"
import{globalCcpStyles as p}from"./styles.js"
import{regionsOf as g}from"./regions-of.js"
import{verbsOf as m}from"../verbs/index.js"
import{PlainButtons as u}from"../verbs/plain-buttons.js"
export class ConnectGlobalCcpElement extends i{static{this.tagName="connect-global-ccp"}static{this.styles=[i.styles,p]}static{this.properties={htmlFor:{attribute:"for"},loginUrl:{attribute:"login-url"},withoutPolling:{attribute:"without-polling",type:Boolean}}}static#t=new n(()=>import("./lead.js"))
#e
#s
#o
constructor(){super(),this.addController(new u(this)),this.withoutPolling=!1}get ccpUrl(){return""}get regions(){return this.#e?.set.regions??g(this,this.htmlFor)}get activeRegion(){return this.#e?.active?.region??null}get standbyRegion(){return this.#e?.set.coordinator?.standby.region??null}get connect(){return this.#e?.active?.connect??s}get headless(){return this.#e?.active?.headless??!1}failover({soft:t=!1}={}){this.#i.pair.failover(t)}downloadLogs(t){this.#i.pair.downloadLogs(t)}login(){this.#i.login()}async logout(){await this.#i.logout()}retry(){this.#e?.active?.retry()}async showPanel(t){await(this.#e?.active?.showPanel?.(t))}perform(t){return this.#e?.active?.perform(t)??Promise.resolve("failed")}terminate(){for(const t of this.regions)t.terminate()}connectedCallback(){super.connectedCallback()
const{signal:t}=this.#o=new AbortController
t.addEventListener("abort",h(()=>this.isConnected&&this.#e?.set.resolve())),document.addEventListener("DOMContentLoaded",()=>this.#e?.set.complain(),{signal:t}),l(this),this.#n(t)}connectedMoveCallback(){this.#e?.words.hostConnected(),d()}disconnectedCallback(){super.disconnectedCallback(),this.#o?.abort(),this.#e?.set.release(),c(this)}hostsChanged(){}async getUpdateComplete(){return await this.#s,super.getUpdateComplete()}updated(){this.isConnected&&this.#e?.set.resolve()}willUpdate(){const t=this.#e?.notice[1]
this.setCustomStates("pending"===t&&"failover-pending","wrong"===t&&"bad-regions")}render(){const[t,s]=this.#e?.notice??[this.state.error?.message,""],o=t&&(s||!this.headless)
return e` <p class="notice ${s} ${o?"":"unseen"}" part="notice ${s&&`notice-${s}`}" role="status"> ${t} </p><slot></slot> `}#n(e){if(this.#e)return
const s=t.#t
if(s.loaded)return this.#r(s.loaded)
this.#s=s.load().then(t=>{e.aborted||this.#r(t)},()=>{e.aborted||this.#a(e)})}#r({GlobalLead:t}){this.#e=new t(this,this.store,this.localize.bind(this),this.setCustomStates.bind(this)),this.#e.set.resolve()}#a(t){window.addEventListener("online",()=>this.#n(t),{once:!0,signal:t}),this.store.fail({code:r,message:a(this)}),this.requestUpdate()}get#i(){const{coordinator:t,problem:e}=this.#e?.set??{}
if(!t)throw new o("%s",e??"There are no two regions yet.")
return t}verbsOf(t){return m(t)}stateChanged(){this.#e?.stateChanged()}}t=ConnectGlobalCcpElement

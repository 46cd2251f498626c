import{CtiError as t}from"../ccp/cti-service-client.js"
import{wrongChannel as o,wrongState as e}from"./contact-machine.js"
import{activeThirdParties as n,agentConnection as c,customerConnection as i,isActive as s,isMonitoring as r,isVoice as a,move as h,parties as d}from"./contact-model.js"
const l=5,f=t=>o=>o.state.type===t
function m(t,o){const c=i(t)
if(!(n(t).length>0&&c&&s(c)))throw e(`${o} needs a third party, and a customer who is still there.`)}export class ThirdParties{#t
#o
constructor(t,o){this.#t=t,this.#o=o}call(t,o,{keepTalking:n=!1}={}){const c=!0===t.contactFeatures?.multiPartyConferenceEnabled
if(n&&!c)throw e("The contact has no multi-party conference.")
const i=c?5:2
if(d(t).filter(s).length>=i)throw e(`The contact has ${i} parties beside the agent; there is no room for another.`)
n||this.#e("hold",...d(t).filter(f("connected"))),t.connections.push(this.#o.connection("outbound","connecting",{endpoint:o,mute:!a(t)&&null,quickConnectName:o.name??null}))}toggle(t,o){m(t,"toggleActiveConnections")
const e=d(t).filter(f("hold")),n=d(t).filter(f("connected")),c=e.find(t=>t.connectionId===o)??e[0]??i(t)
this.#e("hold",...n.filter(t=>t!==c)),c&&this.#e("connected",c)}conference(t){if(m(t,"conferenceConnections"),n(t).some(f("connecting")))throw e("The third party has not answered yet.")
this.#e("connected",...d(t).filter(f("hold")))
const o=c(t)
o&&this.#e("connected",o)}supervise(t,o){if("connected"!==t.state.type)throw e(`The contact is ${t.state.type}, not connected.`)
const n=t.connections.find(({type:t,initial:o})=>"monitoring"===t&&!o)
if(n)return this.#n(n,o)
const c=this.#o.connection("monitoring","connected",{monitoringInfo:{agentName:"Sam Supervisor",joined:this.#t.now()},monitorMode:o})
this.#n(c,o),t.connections.push(c)}setMonitorMode(n,i){if(!r(n))throw o(n,"updateMonitorParticipantState")
if("SILENT_MONITOR"!==i&&"BARGE"!==i)throw new t("InvalidConfigurationException","targetMonitorMode is SILENT_MONITOR or BARGE.")
if("connected"!==n.state.type)throw e(`The contact is ${n.state.type}, not connected.`)
const s=c(n)
s&&this.#n(s,i)}#n(t,o){t.monitorMode=o,this.#e("BARGE"===o?"barge":"silent_monitor",t)}#e(t,...o){h(t,this.#t.now(),...o)}}
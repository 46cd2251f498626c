import{copied as t}from"../agent/copy.js"
import{elapsedSince as n}from"../agent/snapshot.js"
import{isRecord as e}from"../conduit/wire.js"
import{ValueError as i}from"../errors/errors.js"
import{LinkEventType as o}from"../events/event-names.js"
import{Endpoint as a}from"./endpoint.js"
import{ClickType as r,CONNECTION_ACTIVE_STATES as s,CONNECTION_CONNECTED_STATES as c,ConnectionStateType as d,ConnectionType as u,CustomerAuthenticationStatus as h,MediaType as p,MonitoringMode as m,ScreenShareCapability as l,VideoCapability as g}from"./enums.js"
import{showData as I}from"./shown-data.js"
const C=[u.AGENT,u.MONITORING]
export class BaseConnection{#t
#n
constructor(t,n,e,i){this.#t=t,this.contactId=n,this.connectionId=e,this.#n=i,i&&I(this,"connectionData",i.data)}get context(){return this.#t}_getData(){return t(this.record.data)}get data(){return this.record.data}get record(){return this.#n??this.#t.data.connection(this.contactId,this.connectionId)}getContactId(){return this.contactId}getConnectionId(){return this.connectionId}getEndpoint(){return new a(t(this.data.endpoint??{}))}getAddress(){return this.getEndpoint()}getState(){return t(this.data.state)}getStatus(){return this.getState()}getStateDuration(){const{data:t,contact:e}=this.record
return n(t.state.timestamp,e.skew)}getStatusDuration(){return this.getStateDuration()}getType(){return this.data.type}getMonitorInfo(){return t(this.data.monitoringInfo)}isInitialConnection(){return this.data.initial}isActive(){return Object.hasOwn(s,this.data.state.type)}isConnected(){return Object.hasOwn(c,this.data.state.type)}isConnecting(){return this.data.state.type===d.CONNECTING}isOnHold(){return this.data.state.type===d.HOLD}getSoftphoneMediaInfo(){return t(this.data.softphoneMediaInfo)}getMediaInfo(){return this.getSoftphoneMediaInfo()}getMediaType(){return p.SOFTPHONE}getMediaController(){return this.#t.media.controller(this)}command(t,n,e){const{contactId:i,connectionId:o}=this
return this.#t.commands.send({operation:t,params:()=>({contactId:i,connectionId:o,...e?.()})},n)}destroy(t){return this.#t.report(o.CLICK_STREAM_DATA,clickReport(this.contactId,r.HANGUP)),this.command("destroyConnection",t)}sendDigits(t,n){return this.command("sendDigits",n,()=>({digits:S(t)}))}hold(t){return this.command("holdConnection",t)}resume(t){return this.command("resumeConnection",t)}getQuickConnectName(){return this.data.quickConnectName}getMonitorStatus(){return this.data.monitorStatus}getMonitorCapabilities(){return t(this.data.monitorCapabilities)}isSilentMonitor(){return this.data.monitorStatus===m.SILENT_MONITOR}isBarge(){return this.data.monitorStatus===m.BARGE}isSilentMonitorEnabled(){return this.data.monitorCapabilities?.includes(m.SILENT_MONITOR)}isBargeEnabled(){return this.data.monitorCapabilities?.includes(m.BARGE)}toSnapshot(){return this.#t.connection(this.record,!0)}}export class VoiceConnection extends BaseConnection{isMute(){return this.data.mute}isForcedMute(){return this.data.forcedMute}canSendVideo(){return this.data.capabilities?.Video===g.SEND}canSendScreenShare(){return this.data.capabilities?.ScreenShare===l.SEND}getCapabilities(){return t(this.data.capabilities)}muteParticipant(t){return this.command("muteParticipant",t)}unmuteParticipant(t){return this.command("unmuteParticipant",t)}}export class ChatConnection extends BaseConnection{getMediaType(){return p.CHAT}getMediaInfo(){const n=t(this.data.chatMediaInfo)
if(!n)return null
const{contactId:e,connectionId:i}=this
return{contactId:e,initialContactId:this.record.contact.data.initialContactId??e,participantId:i,participantToken:T(n.connectionData),getConnectionToken:()=>this.getConnectionToken(),originalInfo:n}}getParticipantName(){const{chatMediaInfo:t,type:n}=this.data
if(C.includes(n))return this.context.data.current.configuration.name
const e=n===u.INBOUND?t?.customerName:t?.agentName
return"string"==typeof e?e:void 0}getAuthenticationDetails(){if(C.includes(this.data.type))throw new Error("Only the customer's connection has authentication details.")
const t=this.record.contact.data.segmentAttributes?.["connect:CustomerAuthentication"]?.ValueMap
if(!e(t))return null
const n=Object.entries(t).map(([t,n])=>[t,e(n)?n.ValueString:null])
return Object.fromEntries(n.filter(([,t])=>"string"==typeof t))}isAuthenticated(){return this.getAuthenticationDetails()?.Status===h.AUTHENTICATED}getConnectionToken(){const{contactId:t,connectionId:n}=this
return this.context.commands.send({operation:"createTransport",params:()=>({transportType:"chat_token",participantId:n,contactId:t})})}}export class TaskConnection extends BaseConnection{getMediaType(){return p.TASK}getMediaInfo(){const{contactId:t}=this,{initialContactId:n}=this.record.contact.data
return{contactId:t,initialContactId:n??t}}}export class EmailConnection extends BaseConnection{getMediaType(){return p.EMAIL}getMediaInfo(){return null}}export function clickReport(t,n){return{contactId:t,clickType:n,clickTime:(new Date).toISOString()}}const f=/^[\d*#A-D,]+$/i
function S(t){if("string"==typeof t&&f.test(t))return t
throw new i('digits must be a text of 0-9, *, #, A-D or the pause ","')}function T(t){try{const n=JSON.parse(String(t))
return n?.ConnectionAuthenticationToken??null}catch{return null}}
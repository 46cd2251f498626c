import{ConnectionRecord as n,ContactRecord as t,IndexedSnapshot as o}from"../agent/snapshot.js"
import{StateError as s}from"../errors/errors.js"
import{Agent as e}from"./agent.js"
import{BaseConnection as c,ChatConnection as a,EmailConnection as r,TaskConnection as i,VoiceConnection as C}from"./connection.js"
import{Contact as u}from"./contact.js"
import{showData as p}from"./shown-data.js"
export function bindClasses(n){class Agent extends e{constructor(t){if(!t&&!n.data.hasData)throw new s("The agent is not yet initialized!")
super(n,t)}}class Contact extends u{constructor(t,o){super(n,t,o)}}class BaseConnection extends c{constructor(t,o,s){super(n,t,o,s)}static[Symbol.hasInstance](n){return n instanceof c}}class ConnectionSnapshot extends BaseConnection{constructor(n){super("",n.connectionId,h(n))}static[Symbol.hasInstance](n){return n instanceof c&&"connectionData"in n}}class VoiceConnection extends C{constructor(t,o,s){super(n,t,o,s)}}return{Agent:Agent,AgentSnapshot:class AgentSnapshot extends Agent{constructor(n){super(new o(n)),p(this,"agentData",n)}},Contact:Contact,ContactSnapshot:class ContactSnapshot extends Contact{constructor(n){const t=d(n)
super(t.data.contactId,t),p(this,"contactData",t.data)}},BaseConnection:BaseConnection,Connection:VoiceConnection,VoiceConnection:VoiceConnection,ChatConnection:class ChatConnection extends a{constructor(t,o,s){super(n,t,o,s)}},TaskConnection:class TaskConnection extends i{constructor(t,o,s){super(n,t,o,s)}},EmailConnection:class EmailConnection extends r{constructor(t,o,s){super(n,t,o,s)}},ConnectionSnapshot:ConnectionSnapshot}}function d(n){const{data:o=n,skew:s}=n
return new t(o,s)}function h(o){const{state:s,type:e}=o
return new n(o,new t({contactId:"",type:e,state:s,connections:[o]}))}
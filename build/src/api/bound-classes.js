import{ContactRecord as t,IndexedSnapshot as n}from"../agent/snapshot.js"
import{StateError as o}from"../errors/errors.js"
import{Agent as s}from"./agent.js"
import{ChatConnection as e,EmailConnection as r,TaskConnection as c,VoiceConnection as a}from"./connection.js"
import{Contact as i}from"./contact.js"
export function bindClasses(t){const d=n=>class extends n{constructor(...n){super(t,...n)}}
class BoundAgent extends s{constructor(n){if(!n&&!t.data.hasData)throw new o("The agent is not yet initialized!")
super(t,n)}}const p=d(i)
return{Agent:BoundAgent,AgentSnapshot:class extends BoundAgent{constructor(t){super(new n(t))}},Contact:p,ContactSnapshot:class extends p{constructor(t){const n=u(t)
super(n.data.contactId,n)}},Connection:d(a),ChatConnection:d(e),TaskConnection:d(c),EmailConnection:d(r)}}function u(n){const{data:o=n,skew:s}=n
return new t(o,s)}
import{isRecord as e}from"../conduit/wire.js"
import{assertFunction as n,ValueError as o}from"../errors/errors.js"
import{WebSocketEvents as r}from"../events/event-names.js"
export function createWebSocketEnd(e,n){const o=new Set
let i=t(e,n,o)
return{get manager(){return i},renew(){i=t(e,n,o)},repeat(){o.size&&n(r.SUBSCRIBE,[...o])}}}function t(e,t,i){const s=o=>r=>{if(n(r,"callback"),!o)return()=>{}
const t=e.subscribe(o,e=>r(e))
return()=>t.unsubscribe()},c=s(r.ALL_MESSAGE),a=e=>`${r.ALL_MESSAGE}::${e}`
return Object.freeze({subscribeTopics(e){if(!Array.isArray(e))throw new o("topics must be a list")
for(const n of e)i.add(n)
t(r.SUBSCRIBE,e)},sendMessage:e=>t(r.SEND,e),onMessage:(e,n)=>s(a(e))(n),onAllMessage:c,onInitFailure:s(r.INIT_FAILURE),onConnectionOpen:s(r.CONNECTION_OPEN),onConnectionClose:s(r.CONNECTION_CLOSE),onConnectionGain:s(r.CONNECTION_GAIN),onConnectionLost:s(r.CONNECTION_LOST),onSubscriptionUpdate:s(r.SUBSCRIPTION_UPDATE),onSubscriptionFailure:s(r.SUBSCRIPTION_FAILURE),onDeepHeartbeatSuccess:s(),onDeepHeartbeatFailure:s(),onTopicFailure:s()})}export function publishTopic(n,o){e(o)&&"string"==typeof o.topic&&n.trigger(`${r.ALL_MESSAGE}::${o.topic}`,o)}
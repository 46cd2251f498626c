import{CtiError as t}from"../ccp/cti-service-client.js"
const n=3600
export function createTransport(e,o){const{chats:r,clock:s,ids:i,contacts:a}=e,c=s.shown(s.now()+36e5).toISOString()
switch(o.transportType){case"web_socket":return{webSocketTransport:{url:`wss://web-socket.simulator.invalid/?session=${i.uuid()}`,transportLifeTimeInSeconds:n,expiry:c}}
case"chat_token":{const t=a.find(o.contactId),{connectionId:n}=a.findConnection(t,o.participantId)
return{chatTokenTransport:{participantToken:r.issueToken(t.contactId,n),expiry:c}}}case"softphone":return{softphoneTransport:{softphoneMediaConnections:[{urls:["turn:turn.simulator.invalid:3478?transport=udp"],username:"simulated",credential:`simulated-${i.uuid()}`}]}}
case"agent_discovery":return{agentDiscoveryTransport:{presignedUrl:`https://discovery.simulator.invalid/${i.uuid()}`}}
default:throw new t("InvalidConfigurationException",`There is no transport of type ${String(o.transportType)}.`)}}
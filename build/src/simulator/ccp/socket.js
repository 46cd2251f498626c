export const DEFAULT_SOCKET_PACE=/*#__PURE__*/Object.freeze({heartbeat:1e4,subscriptionAnswer:1e3,subscriptionRetry:500,reconnect:500,reconnectLimit:3e4,renewal:6e4})
export const SocketTopic={SUBSCRIBE:"aws/subscribe",UNSUBSCRIBE:"aws/unsubscribe",HEARTBEAT:"aws/heartbeat"}

// Every event name with its exact wire string. docs/protocol.md, section 1.7.
import { assertNotNull, ValueError } from '../errors/errors.js';
import { joined, named, namespaced, type ValueOf } from './enum.js';

/** Events without a namespace that embedding pages send, hear or subscribe to: the link to the CCP, sign-in, logs. */
export const LinkEventType = /*#__PURE__*/ named([
  'ACKNOWLEDGE',
  'ACK_TIMEOUT',
  'INIT',
  'API_REQUEST',
  'API_RESPONSE',
  'AUTH_FAIL',
  'ACCESS_DENIED',
  'CONFIGURE',
  'LOG',
  'SYNCHRONIZE',
  'TERMINATE',
  'TERMINATED',
  'RELOAD_AGENT_CONFIGURATION',
  'BROADCAST',
  'API_METRIC',
  'MUTE',
  'IFRAME_RETRIES_EXHAUSTED',
  'OUTER_CONTEXT_INFO',
  'MEDIA_DEVICE_REQUEST',
  'MEDIA_DEVICE_RESPONSE',
  'AUTHORIZE_SUCCESS',
  'AUTHORIZE_RETRIES_EXHAUSTED',
  'CTI_AUTHORIZE_RETRIES_EXHAUSTED',
  'CLICK_STREAM_DATA',
  'REQUEST_CONFIGURE',
]);

/** All events without a namespace: those of the link, and those between a CCP and its worker. */
export const EventType = /*#__PURE__*/ joined(
  LinkEventType,
  /*#__PURE__*/ named([
    'CLOSE',
    'DOWNLOAD_LOG_FROM_CCP',
    'MASTER_REQUEST',
    'MASTER_RESPONSE',
    'SEND_LOGS',
    'CLIENT_METRIC',
    'SOFTPHONE_STATS',
    'SOFTPHONE_REPORT',
    'CLIENT_SIDE_LOGS',
    'SERVER_BOUND_INTERNAL_LOG',
    'UPDATE_CONNECTED_CCPS',
    'TAB_ID',
    'SET_QUICK_GET_AGENT_SNAPSHOT_FLAG',
    'IFRAME_STYLE',
    'API_PROXY_REQUEST',
    'API_PROXY_RESPONSE',
    'CROSS_REGION_CSM_CONFIG',
  ]),
);

/** Events of the agent. */
export const AgentEvents = /*#__PURE__*/ namespaced('agent', [
  'INIT',
  'UPDATE',
  'REFRESH',
  'ROUTABLE',
  'NOT_ROUTABLE',
  'PENDING',
  'CONTACT_PENDING',
  'OFFLINE',
  'ERROR',
  'SOFTPHONE_ERROR',
  'WEBSOCKET_CONNECTION_LOST',
  'WEBSOCKET_CONNECTION_GAINED',
  'STATE_CHANGE',
  'ACW',
  'MUTE_TOGGLE',
  'LOCAL_MEDIA_STREAM_CREATED',
  'ENQUEUED_NEXT_STATE',
  'CLEARED_NEXT_STATE',
  'FETCH_AGENT_DATA_FROM_CCP',
]);

/** Events of contacts; each also exists as `<event>::<contactId>`. */
export const ContactEvents = /*#__PURE__*/ namespaced('contact', [
  'INIT',
  'REFRESH',
  'DESTROYED',
  'INCOMING',
  'PENDING',
  'CONNECTING',
  'CONNECTED',
  'MISSED',
  'ACW',
  'VIEW',
  'ENDED',
  'ERROR',
  'ACCEPTED',
  'INVALID_STATE_TRANSITION',
  'SCREEN_SHARING_STARTED',
  'SCREEN_SHARING_STOPPED',
  'SCREEN_SHARING_ERROR',
]);

/** Events of connections. */
export const ConnectionEvents = /*#__PURE__*/ namespaced('connection', ['SESSION_INIT', 'READY_TO_START_SESSION']);

/** Events of settings and devices. */
export const ConfigurationEvents = /*#__PURE__*/ namespaced('configuration', [
  'CONFIGURE',
  'SET_SPEAKER_DEVICE',
  'SET_MICROPHONE_DEVICE',
  'SET_RINGER_DEVICE',
  'SPEAKER_DEVICE_CHANGED',
  'MICROPHONE_DEVICE_CHANGED',
  'RINGER_DEVICE_CHANGED',
  'CAMERA_DEVICE_CHANGED',
  'BACKGROUND_BLUR_CHANGED',
]);

/** Events of the worker's web socket. */
export const WebSocketEvents = /*#__PURE__*/ namespaced('webSocket', [
  'INIT_FAILURE',
  'CONNECTION_OPEN',
  'CONNECTION_CLOSE',
  'CONNECTION_ERROR',
  'CONNECTION_GAIN',
  'CONNECTION_LOST',
  'SUBSCRIPTION_UPDATE',
  'SUBSCRIPTION_FAILURE',
  'ALL_MESSAGE',
  'SEND',
  'SUBSCRIBE',
]);

/** Topics of which one tab of the browser is the master. docs/protocol.md, section 4.6. */
export const MasterTopics = /*#__PURE__*/ Object.freeze({
  LOGIN_POPUP: 'connect::loginPopup',
  SEND_LOGS: 'connect::sendLogs',
  SOFTPHONE: 'connect::softphone',
  RINGTONE: 'connect::ringtone',
  METRICS: 'connect::metrics',
  FAILOVER: 'connect::failover',
} as const);

/** Events of the CCP's channel view. */
export const ChannelViewEvents = /*#__PURE__*/ namespaced('taskList', ['ACTIVATE_CHANNEL_WITH_VIEW_TYPE']);

/** Events of tasks. */
export const TaskEvents = /*#__PURE__*/ namespaced('task', ['CREATED']);

/** Events of e-mail contacts. */
export const EmailEvents = /*#__PURE__*/ namespaced('email', ['CREATED']);

/** Events of Voice ID. */
export const VoiceIdEvents = /*#__PURE__*/ namespaced('voiceId', ['UPDATE_DOMAIN_ID']);

/** Events of two-region operation, first design. docs/protocol.md, section 10.1. */
export const DisasterRecoveryEvents = /*#__PURE__*/ namespaced('disasterRecovery', [
  'SUPPRESS',
  'FORCE_OFFLINE',
  'SET_OFFLINE',
  'INIT_DISASTER_RECOVERY',
  'FAILOVER',
  'FAILOVER_PENDING',
  'INIT_DR_POLLING',
]);

/** Events of two-region operation, newer design. docs/protocol.md, section 10.2. */
export const GlobalResiliencyEvents = /*#__PURE__*/ namespaced('globalResiliency', [
  'CONFIGURE',
  'CONFIGURE_CCP_CONDUIT',
  'INIT',
  'CONFIGURE_ERROR',
  'VALIDATE_GLOBAL_SIGNIN',
  'GLOBAL_SIGNIN_VALID',
  'GLOBAL_SIGNIN_INVALID',
  'FAILOVER_DETECTED',
  'FAILOVER_DETECTED_CRM',
  'FAILOVER_INITIATED',
  'FAILOVER_PENDING',
  'FAILOVER_PENDING_CRM',
  'FAILOVER_COMPLETE',
  'HEARTBEAT_SYN',
  'HEARTBEAT_ACK',
  'FORCE_FAILOVER',
]);

/** Events of the page that asks for storage access. docs/protocol.md, section 2.8. */
export const StorageAccessEvents = /*#__PURE__*/ namespaced('storageAccess', ['INIT', 'GRANTED', 'DENIED', 'REQUEST']);

/** Events of the embedding itself; local to the page, not on the wire. */
export const CcpEvents = /*#__PURE__*/ namespaced('ccp', [
  'STATUS',
  'RETRY',
  'MUTE',
  'FORGOTTEN',
  'TALKING_MUTED',
  'SOUND',
]);

/** One of the ContactEvents values. */
export type ContactEventName = ValueOf<typeof ContactEvents>;

const isContactEvent = (name: string): name is ContactEventName => Object.values<string>(ContactEvents).includes(name);

/**
 * The name under which an event of one contact is published: `contact::connected::01234567-…`.
 * @param eventName a value of {@link ContactEvents}.
 * @param contactId id of the contact.
 * @throws ValueError if either is missing or the first is no contact event. docs/protocol.md, section 1.7.
 */
export function getContactEventName(eventName: ContactEventName, contactId: string): string {
  assertNotNull(eventName, 'eventName');
  assertNotNull(contactId, 'contactId');
  if (!isContactEvent(eventName)) throw new ValueError('%s is not a valid contact event.', eventName);
  return `${String(eventName)}::${contactId}`;
}

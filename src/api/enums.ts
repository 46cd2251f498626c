// The enums that API objects speak in. Protocol section 1.8.
import { named, type ValueOf } from '../events/enum.js';

/** Types of agent states. */
export const AgentStateType = /*#__PURE__*/ named(['INIT', 'ROUTABLE', 'NOT_ROUTABLE', 'OFFLINE', 'SYSTEM', 'ERROR']);
export type AgentStateType = ValueOf<typeof AgentStateType>;

/** Names of the system's own agent states. */
export const AgentAvailStates = /*#__PURE__*/ Object.freeze({
  INIT: 'Init',
  BUSY: 'Busy',
  AFTER_CALL_WORK: 'AfterCallWork',
  CALLING_CUSTOMER: 'CallingCustomer',
  DIALING: 'Dialing',
  JOINING: 'Joining',
  PENDING_AVAILABLE: 'PendingAvailable',
  PENDING_BUSY: 'PendingBusy',
} as const);

/** Names of the agent's error states. */
export const AgentErrorStates = /*#__PURE__*/ Object.freeze({
  ERROR: 'Error',
  AGENT_HUNG_UP: 'AgentHungUp',
  BAD_ADDRESS_AGENT: 'BadAddressAgent',
  BAD_ADDRESS_CUSTOMER: 'BadAddressCustomer',
  DEFAULT: 'Default',
  FAILED_CONNECT_AGENT: 'FailedConnectAgent',
  FAILED_CONNECT_CUSTOMER: 'FailedConnectCustomer',
  INVALID_LOCALE: 'InvalidLocale',
  LINE_ENGAGED_AGENT: 'LineEngagedAgent',
  LINE_ENGAGED_CUSTOMER: 'LineEngagedCustomer',
  MISSED_CALL_AGENT: 'MissedCallAgent',
  MISSED_CALL_CUSTOMER: 'MissedCallCustomer',
  MULTIPLE_CCP_WINDOWS: 'MultipleCcpWindows',
  REALTIME_COMMUNICATION_ERROR: 'RealtimeCommunicationError',
} as const);

/** Kinds of endpoints. */
export const EndpointType = /*#__PURE__*/ named(['PHONE_NUMBER', 'AGENT', 'QUEUE']);
export type EndpointType = ValueOf<typeof EndpointType>;

/** Kinds of connections. */
export const ConnectionType = /*#__PURE__*/ named(['AGENT', 'INBOUND', 'OUTBOUND', 'MONITORING']);
export type ConnectionType = ValueOf<typeof ConnectionType>;

/** States of connections. */
export const ConnectionStateType = /*#__PURE__*/ named([
  'INIT',
  'CONNECTING',
  'CONNECTED',
  'HOLD',
  'DISCONNECTED',
  'SILENT_MONITOR',
  'BARGE',
]);
export type ConnectionStateType = ValueOf<typeof ConnectionStateType>;

/** The states in which a connection is active, as a map from state to 1. */
export const CONNECTION_ACTIVE_STATES: Readonly<Record<string, 1>> = /*#__PURE__*/ Object.freeze({
  connecting: 1,
  connected: 1,
  hold: 1,
  silent_monitor: 1,
  barge: 1,
});

/** The states in which a connection is connected, as a map from state to 1. */
export const CONNECTION_CONNECTED_STATES: Readonly<Record<string, 1>> = /*#__PURE__*/ Object.freeze({
  connected: 1,
  silent_monitor: 1,
  barge: 1,
});

/** States of contacts. */
export const ContactStateType = /*#__PURE__*/ named([
  'INIT',
  'INCOMING',
  'PENDING',
  'CONNECTING',
  'CONNECTED',
  'MISSED',
  'ERROR',
  'ENDED',
  'REJECTED',
  'PAUSED',
]);
export type ContactStateType = ValueOf<typeof ContactStateType>;

/** The states in which a contact is active. */
export const CONTACT_ACTIVE_STATES = /*#__PURE__*/ named(['PAUSED', 'INCOMING', 'PENDING', 'CONNECTING', 'CONNECTED']);

/** Kinds of contacts. */
export const ContactType = /*#__PURE__*/ named(['VOICE', 'QUEUE_CALLBACK', 'CHAT', 'TASK', 'EMAIL']);
export type ContactType = ValueOf<typeof ContactType>;

/** Channels, for concurrency. */
export const ChannelType = /*#__PURE__*/ Object.freeze({ VOICE: 'VOICE', CHAT: 'CHAT', TASK: 'TASK' } as const);

/** Kinds of media of a connection. */
export const MediaType = /*#__PURE__*/ named(['SOFTPHONE', 'CHAT', 'TASK', 'EMAIL']);

/** How a contact came about. */
export const ContactInitiationMethod = /*#__PURE__*/ named([
  'INBOUND',
  'OUTBOUND',
  'TRANSFER',
  'QUEUE_TRANSFER',
  'CALLBACK',
  'API',
  'DISCONNECT',
  'WEBRTC_API',
  'AGENT_REPLY',
  'CAMPAIGN_PREVIEW',
  'EXTERNAL_OUTBOUND',
  'MONITOR',
  'FLOW',
  'CALLBACK_CUSTOMER_FIRST_QUEUED',
  'CALLBACK_CUSTOMER_FIRST_DIALED',
]);

/** How a supervisor takes part in a contact. */
export const MonitoringMode = /*#__PURE__*/ Object.freeze({
  SILENT_MONITOR: 'SILENT_MONITOR',
  BARGE: 'BARGE',
} as const);

/** What is wrong with a monitoring request. */
export const MonitoringErrorTypes = /*#__PURE__*/ named(['INVALID_TARGET_STATE']);

/** Kinds of softphone calls. */
export const SoftphoneCallType = /*#__PURE__*/ named(['AUDIO_VIDEO', 'VIDEO_ONLY', 'AUDIO_ONLY', 'NONE']);

/** Kinds of softphone errors. */
export const SoftphoneErrorTypes = /*#__PURE__*/ named([
  'UNSUPPORTED_BROWSER',
  'MICROPHONE_NOT_SHARED',
  'SIGNALLING_HANDSHAKE_FAILURE',
  'SIGNALLING_CONNECTION_FAILURE',
  'ICE_COLLECTION_TIMEOUT',
  'USER_BUSY_ERROR',
  'WEBRTC_ERROR',
  'REALTIME_COMMUNICATION_ERROR',
  'VDI_STRATEGY_NOT_SUPPORTED',
  'VDI_REDIR_NOT_SUPPORTED',
  'OTHER',
]);

/** Buttons whose clicks are reported. */
export const ClickType = /*#__PURE__*/ Object.freeze({ ACCEPT: 'Accept', REJECT: 'Reject', HANGUP: 'Hangup' } as const);

/** Exception types of the service. */
export const CTIExceptions = /*#__PURE__*/ Object.freeze({
  ACCESS_DENIED_EXCEPTION: 'AccessDeniedException',
  INVALID_STATE_EXCEPTION: 'InvalidStateException',
  BAD_ENDPOINT_EXCEPTION: 'BadEndpointException',
  INVALID_AGENT_ARNEXCEPTION: 'InvalidAgentARNException',
  INVALID_CONFIGURATION_EXCEPTION: 'InvalidConfigurationException',
  INVALID_CONTACT_TYPE_EXCEPTION: 'InvalidContactTypeException',
  PAGINATION_EXCEPTION: 'PaginationException',
  REFRESH_TOKEN_EXPIRED_EXCEPTION: 'RefreshTokenExpiredException',
  SEND_DATA_FAILED_EXCEPTION: 'SendDataFailedException',
  UNAUTHORIZED_EXCEPTION: 'UnauthorizedException',
  QUOTA_EXCEEDED_EXCEPTION: 'QuotaExceededException',
} as const);

/** Permissions that the library looks at. */
export const AgentPermissions = /*#__PURE__*/ Object.freeze({
  OUTBOUND_CALL: 'outboundCall',
  VOICE_ID: 'voiceId',
} as const);

/** What a contact's transport can be made for. */
export const TRANSPORT_TYPES = /*#__PURE__*/ named(['CHAT_TOKEN', 'WEB_SOCKET', 'AGENT_DISCOVERY', 'WEB_RTC']);

// The enums that API objects speak in. docs/protocol.md, section 1.8.
import { AGENT_ERROR_STATES } from '../conduit/agent-error-states.js';
import { makeEnum, named, type ValueOf } from '../events/enum.js';

/** Types of agent states. */
export const AgentStateType = /*#__PURE__*/ named(['INIT', 'ROUTABLE', 'NOT_ROUTABLE', 'OFFLINE', 'SYSTEM', 'ERROR']);
export type AgentStateType = ValueOf<typeof AgentStateType>;

/** Names of the system's own agent states. */
export const AgentAvailStates = /*#__PURE__*/ makeEnum([
  'Init',
  'Busy',
  'AfterCallWork',
  'CallingCustomer',
  'Dialing',
  'Joining',
  'PendingAvailable',
  'PendingBusy',
]);

/** Names of the agent's error states. */
export const AgentErrorStates = /*#__PURE__*/ makeEnum(AGENT_ERROR_STATES);

/** Kinds of endpoints. */
export const EndpointType = /*#__PURE__*/ named(['PHONE_NUMBER', 'AGENT', 'QUEUE']);
export type EndpointType = ValueOf<typeof EndpointType>;

/** What a reference of a task is. amazon-connect-taskjs puts the same on the namespace. */
export const ReferenceType = /*#__PURE__*/ makeEnum(['URL', 'EMAIL', 'NUMBER', 'STRING', 'DATE']);

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
export const ChannelType = /*#__PURE__*/ makeEnum(['VOICE', 'CHAT', 'TASK']);

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
export const MonitoringMode = /*#__PURE__*/ makeEnum(['SILENT_MONITOR', 'BARGE']);

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
export const ClickType = /*#__PURE__*/ makeEnum(['Accept', 'Reject', 'Hangup']);

/** Exception types of the service. */
export const CTIExceptions = /*#__PURE__*/ makeEnum([
  'AccessDeniedException',
  'InvalidStateException',
  'BadEndpointException',
  'InvalidAgentARNException',
  'InvalidConfigurationException',
  'InvalidContactTypeException',
  'PaginationException',
  'RefreshTokenExpiredException',
  'SendDataFailedException',
  'UnauthorizedException',
  'QuotaExceededException',
]);

/** Permissions that the library looks at. */
export const AgentPermissions = /*#__PURE__*/ makeEnum(['outboundCall', 'voiceId']);

/** What a contact's transport can be made for. */
export const TRANSPORT_TYPES = /*#__PURE__*/ named(['CHAT_TOKEN', 'WEB_SOCKET', 'AGENT_DISCOVERY', 'WEB_RTC']);

/** What a connection can do with pictures. */
export const VideoCapability = /*#__PURE__*/ makeEnum(['SEND']);

/** What a connection can do with a screen. */
export const ScreenShareCapability = /*#__PURE__*/ makeEnum(['SEND']);

/** How the service came to know a customer of a chat, or not. */
export const CustomerAuthenticationStatus = /*#__PURE__*/ makeEnum(['AUTHENTICATED', 'FAILED', 'TIMEOUT']);

/** How the network stands, as the CCP sees it. */
export const NetworkConnectionStatus = /*#__PURE__*/ named(['CONNECTED', 'CONNECTING', 'DISCONNECTED', 'FAILED']);

/** How the voices of a call are made clearer. */
export const VoiceEnhancementMode = /*#__PURE__*/ makeEnum(['VOICE_ISOLATION', 'NOISE_SUPPRESSION', 'NONE']);
export type VoiceEnhancementMode = ValueOf<typeof VoiceEnhancementMode>;

/** Platforms that carry the sound of calls to another machine. */
export const VDIPlatformType = /*#__PURE__*/ Object.freeze({
  CITRIX: 'CITRIX',
  CITRIX_413: 'CITRIX_413',
  AWS_WORKSPACE: 'AWS_WORKSPACE',
  OMNISSA: 'OMNISSA',
  AZURE: 'AZURE',
} as const);

/** Why two regions could not be set up. */
export const GlobalResiliencyConfigureErrorType = /*#__PURE__*/ makeEnum([
  'LILY_AGENT_CONFIG_MISSING',
  'LILY_AGENT_CONFIG_PARSE_ERROR',
]);

/** HTTP statuses that mean something to the CCP. */
export const HTTP_STATUS_CODES = /*#__PURE__*/ Object.freeze({
  SUCCESS: 200,
  UNAUTHORIZED: 401,
  ACCESS_DENIED: 403,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
} as const);

/** Keys under which a CCP keeps what concerns one tab. */
export const SessionStorageKeys = /*#__PURE__*/ named(['TAB_ID', 'AUTHORIZE_RETRY_COUNT']);

// The globals that `import 'connect-ccp-elements/global.js'` brings, for TypeScript. What ChatJS declares in the same namespace
// merges with it.
import type {
  AgentAppOptions,
  CustomViewsParams,
  TerminateCustomViewOptions as GuideEnding,
} from '../api/agent-app.js';
import type { NetworkConnection } from '../api/agent-subscriptions.js';
import type { InstanceDetails as Instance } from '../api/contact.js';
import type { ExpirationWarning, SessionExtensionError } from '../api/session-expiration.js';
import type { LogEntry as AnyLogEntry } from '../log/log-entry.js';
import type { WebSocketManager as AnyWebSocketManager } from '../media/web-socket-manager.js';
import type { NewTask } from '../api/tasks.js';
import type { GlobalConnect } from '../resiliency/global-connect.js';
import type * as agents from './agent.js';
import type * as connects from './connect.js';
import type * as connections from './connection.js';
import type * as contacts from './contact.js';
import type * as logs from './log.js';
import type * as options from './options.js';
import type * as regions from './regions.js';
import type * as values from './values.js';

/** The global `connect`. */
export type { GlobalNamespace } from './connect.js';

type Namespace = connects.GlobalNamespace;

declare global {
  /** Embeds two regions and follows the active one. Global Resiliency documentation. */
  var globalConnect: GlobalConnect;

  /** `connect` by its name of before. */
  var lily: typeof connect;

  /** Everything that the documents describe under `connect`. */
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the global that existing code names its types by
  namespace connect {
    // Classes, and what objects of them are.
    const Agent: Namespace['Agent'];
    interface Agent extends agents.Agent {}
    const AgentSnapshot: Namespace['AgentSnapshot'];
    type AgentSnapshot = InstanceType<Namespace['AgentSnapshot']>;
    const Contact: Namespace['Contact'];
    interface Contact extends contacts.Contact {}
    const ContactSnapshot: Namespace['ContactSnapshot'];
    type ContactSnapshot = InstanceType<Namespace['ContactSnapshot']>;
    const BaseConnection: Namespace['BaseConnection'];
    interface BaseConnection extends connections.BaseConnection {}
    const Connection: Namespace['Connection'];
    interface Connection extends connections.VoiceConnection {}
    const VoiceConnection: Namespace['VoiceConnection'];
    interface VoiceConnection extends connections.VoiceConnection {}
    const ChatConnection: Namespace['ChatConnection'];
    interface ChatConnection extends connections.ChatConnection {}
    const TaskConnection: Namespace['TaskConnection'];
    interface TaskConnection extends connections.TaskConnection {}
    const EmailConnection: Namespace['EmailConnection'];
    interface EmailConnection extends connections.EmailConnection {}
    const ConnectionSnapshot: Namespace['ConnectionSnapshot'];
    type ConnectionSnapshot = InstanceType<Namespace['ConnectionSnapshot']>;
    const Endpoint: Namespace['Endpoint'];
    type Endpoint = connections.Endpoint;
    const Address: Namespace['Address'];
    type Address = connections.Endpoint;
    const SoftphoneError: Namespace['SoftphoneError'];
    interface SoftphoneError extends agents.SoftphoneError {}
    const SessionExpirationWarningManager: Namespace['SessionExpirationWarningManager'];
    interface SessionExpirationWarningManager extends InstanceType<Namespace['SessionExpirationWarningManager']> {}
    const QuickResponses: Namespace['QuickResponses'];
    interface QuickResponses extends InstanceType<Namespace['QuickResponses']> {}
    const sendActivity: Namespace['sendActivity'];
    type NetworkConnectionStatusChanged = NetworkConnection;
    type NetworkConnectionStatusChangedCallback = (event: NetworkConnection) => void;
    type SessionExpirationInformation = ExpirationWarning;
    type SessionExtensionErrorData = SessionExtensionError;
    type OnExpirationWarningCallback = (warning: ExpirationWarning) => void;
    type OnExpirationWarningClearedCallback = () => void;
    type OnSessionExtensionErrorCallback = (error: SessionExtensionError) => void;
    type TerminateCustomViewOptions = GuideEnding;
    type OptionalCustomViewsOptions = CustomViewsParams;
    type InstanceDetails = Instance;
    const EventBus: Namespace['EventBus'];
    interface EventBus extends connects.EventBus {}
    const LogEntry: Namespace['LogEntry'];
    interface LogEntry extends AnyLogEntry {}
    const Logger: Namespace['Logger'];
    interface Logger extends logs.Logger {}
    const PopupManager: Namespace['PopupManager'];
    type PopupManager = InstanceType<Namespace['PopupManager']>;
    const CommandError: Namespace['CommandError'];
    type CommandError = InstanceType<Namespace['CommandError']>;
    const NotImplementedError: Namespace['NotImplementedError'];
    type NotImplementedError = InstanceType<Namespace['NotImplementedError']>;
    const StateError: Namespace['StateError'];
    type StateError = InstanceType<Namespace['StateError']>;
    const ValueError: Namespace['ValueError'];
    type ValueError = InstanceType<Namespace['ValueError']>;

    // Functions and parts.
    const agent: Namespace['agent'];
    const contact: Namespace['contact'];
    const core: Namespace['core'];
    const initCCP: Namespace['initCCP'];
    const getContactEventName: Namespace['getContactEventName'];
    const fetch: Namespace['fetch'];
    const fetchWithTimeout: Namespace['fetchWithTimeout'];
    const backoff: Namespace['backoff'];
    const hitch: Namespace['hitch'];
    const isValidLocale: Namespace['isValidLocale'];
    const randomId: Namespace['randomId'];
    const rootLogger: Namespace['rootLogger'];
    const agentApp: Namespace['agentApp'];
    const publishMetric: Namespace['publishMetric'];
    const publishSoftphoneStats: Namespace['publishSoftphoneStats'];
    const publishSoftphoneReport: Namespace['publishSoftphoneReport'];
    const publishClickStreamData: Namespace['publishClickStreamData'];
    const makeEnum: Namespace['makeEnum'];
    const makeNamespacedEnum: Namespace['makeNamespacedEnum'];
    const makeGenericNamespacedEnum: Namespace['makeGenericNamespacedEnum'];
    const addNamespaceToLogs: Namespace['addNamespaceToLogs'];
    const isFunction: Namespace['isFunction'];
    const isArray: Namespace['isArray'];
    const keys: Namespace['keys'];
    const values: Namespace['values'];
    const entries: Namespace['entries'];
    const merge: Namespace['merge'];
    const now: Namespace['now'];
    const find: Namespace['find'];
    const contains: Namespace['contains'];
    const containsValue: Namespace['containsValue'];
    const index: Namespace['index'];
    const set: Namespace['set'];
    const relativeComplement: Namespace['relativeComplement'];
    const assertTrue: Namespace['assertTrue'];
    const assertNotNull: Namespace['assertNotNull'];
    const deepcopy: Namespace['deepcopy'];
    const getBaseUrl: Namespace['getBaseUrl'];
    const getUrlWithProtocol: Namespace['getUrlWithProtocol'];
    const isFramed: Namespace['isFramed'];
    const isCRM: Namespace['isCRM'];
    const isCCP: Namespace['isCCP'];
    const isSharedWorker: Namespace['isSharedWorker'];
    const isChromeBrowser: Namespace['isChromeBrowser'];
    const isFirefoxBrowser: Namespace['isFirefoxBrowser'];
    const isOperaBrowser: Namespace['isOperaBrowser'];
    const isEdgeBrowser: Namespace['isEdgeBrowser'];
    const getChromeBrowserVersion: Namespace['getChromeBrowserVersion'];
    const getFirefoxBrowserVersion: Namespace['getFirefoxBrowserVersion'];
    const getOperaBrowserVersion: Namespace['getOperaBrowserVersion'];
    const _parseRegionFromArn: Namespace['_parseRegionFromArn'];
    const version: Namespace['version'];
    const onWebSocketInitFailure: Namespace['onWebSocketInitFailure'];
    const onWebsocketInitFailure: Namespace['onWebsocketInitFailure'];
    const getLog: Namespace['getLog'];
    const CONNECTION_ACTIVE_STATES: Namespace['CONNECTION_ACTIVE_STATES'];
    const CONNECTION_CONNECTED_STATES: Namespace['CONNECTION_CONNECTED_STATES'];
    const HTTP_STATUS_CODES: Namespace['HTTP_STATUS_CODES'];
    const RetryableClientMethodsList: Namespace['RetryableClientMethodsList'];
    const VoiceIdConstants: Namespace['VoiceIdConstants'];
    type Core = connects.Core;
    const globalResiliency: Namespace['globalResiliency'];
    type GlobalResiliency = Namespace['globalResiliency'];
    type FailoverDetectedData = regions.FailoverDetectedData;
    type FailoverPendingData = regions.FailoverPendingData;
    type FailoverCompletedData = regions.FailoverCompletedData;
    type OnFailoverDetectedCallback = regions.OnFailoverDetectedCallback;
    type OnFailoverPendingCallback = regions.OnFailoverPendingCallback;
    type OnFailoverCompletedCallback = regions.OnFailoverCompletedCallback;
    type OnConfigureErrorCallback = regions.OnConfigureErrorCallback;
    type AgentApp = Namespace['agentApp'];
    type AppOptions = AgentAppOptions;
    type SoftphoneSessionCallback = values.SoftphoneSessionCallback;

    // Enums beside those of enums.ts, and what their values are.
    const CommandErrorType: Namespace['CommandErrorType'];
    type CommandErrorType = values.EnumValue<'CommandErrorType'>;
    const LogComponent: Namespace['LogComponent'];
    type LogComponent = values.EnumValue<'LogComponent'>;
    const LogContextLayer: Namespace['LogContextLayer'];
    type LogContextLayer = values.EnumValue<'LogContextLayer'>;
    const AgentAppClientMethods: Namespace['AgentAppClientMethods'];
    type AgentAppClientMethods = values.EnumValue<'AgentAppClientMethods'>;
    const AgentPermissions: Namespace['AgentPermissions'];
    type AgentPermissions = Namespace['AgentPermissions'];
    const ApiProxyClientMethods: Namespace['ApiProxyClientMethods'];
    type ApiProxyClientMethods = values.EnumValue<'ApiProxyClientMethods'>;
    const CcpEvents: Namespace['CcpEvents'];
    type CcpEvents = values.EnumValue<'CcpEvents'>;
    const ChannelViewEvents: Namespace['ChannelViewEvents'];
    type ChannelViewEvents = values.EnumValue<'ChannelViewEvents'>;
    const ClientMethods: Namespace['ClientMethods'];
    type ClientMethods = values.EnumValue<'ClientMethods'>;
    const ConfigurationEvents: Namespace['ConfigurationEvents'];
    type ConfigurationEvents = values.EnumValue<'ConfigurationEvents'>;
    const ConnectionEvents: Namespace['ConnectionEvents'];
    type ConnectionEvents = values.EnumValue<'ConnectionEvents'>;
    const ContactFlowAuthenticationDecision: Namespace['ContactFlowAuthenticationDecision'];
    type ContactFlowAuthenticationDecision = values.EnumValue<'ContactFlowAuthenticationDecision'>;
    const ContactFlowFraudDetectionDecision: Namespace['ContactFlowFraudDetectionDecision'];
    type ContactFlowFraudDetectionDecision = values.EnumValue<'ContactFlowFraudDetectionDecision'>;
    const CustomerAuthenticationStatus: Namespace['CustomerAuthenticationStatus'];
    type CustomerAuthenticationStatus = values.EnumValue<'CustomerAuthenticationStatus'>;
    const DisasterRecoveryEvents: Namespace['DisasterRecoveryEvents'];
    type DisasterRecoveryEvents = values.EnumValue<'DisasterRecoveryEvents'>;
    const EmailEvents: Namespace['EmailEvents'];
    type EmailEvents = values.EnumValue<'EmailEvents'>;
    const GlobalResiliencyConfigureErrorType: Namespace['GlobalResiliencyConfigureErrorType'];
    type GlobalResiliencyConfigureErrorType = values.EnumValue<'GlobalResiliencyConfigureErrorType'>;
    const GlobalResiliencyEvents: Namespace['GlobalResiliencyEvents'];
    type GlobalResiliencyEvents = values.EnumValue<'GlobalResiliencyEvents'>;
    const MasterMethods: Namespace['MasterMethods'];
    type MasterMethods = values.EnumValue<'MasterMethods'>;
    const NetworkConnectionStatus: Namespace['NetworkConnectionStatus'];
    type NetworkConnectionStatus = values.EnumValue<'NetworkConnectionStatus'>;
    const RetryableErrors: Namespace['RetryableErrors'];
    type RetryableErrors = values.EnumValue<'RetryableErrors'>;
    const RetryStatus: Namespace['RetryStatus'];
    type RetryStatus = values.EnumValue<'RetryStatus'>;
    const SessionStorageKeys: Namespace['SessionStorageKeys'];
    type SessionStorageKeys = values.EnumValue<'SessionStorageKeys'>;
    const StorageAccessEvents: Namespace['StorageAccessEvents'];
    type StorageAccessEvents = values.EnumValue<'StorageAccessEvents'>;
    const TaskEvents: Namespace['TaskEvents'];
    type TaskEvents = values.EnumValue<'TaskEvents'>;
    const TaskTemplatesClientMethods: Namespace['TaskTemplatesClientMethods'];
    type TaskTemplatesClientMethods = values.EnumValue<'TaskTemplatesClientMethods'>;
    const TRANSPORT_TYPES: Namespace['TRANSPORT_TYPES'];
    type TRANSPORT_TYPES = values.EnumValue<'TRANSPORT_TYPES'>;
    const VoiceIdAuthenticationDecision: Namespace['VoiceIdAuthenticationDecision'];
    type VoiceIdAuthenticationDecision = values.EnumValue<'VoiceIdAuthenticationDecision'>;
    const VoiceIdEnrollmentRequestStatus: Namespace['VoiceIdEnrollmentRequestStatus'];
    type VoiceIdEnrollmentRequestStatus = values.EnumValue<'VoiceIdEnrollmentRequestStatus'>;
    const VoiceIdErrorTypes: Namespace['VoiceIdErrorTypes'];
    type VoiceIdErrorTypes = values.EnumValue<'VoiceIdErrorTypes'>;
    const VoiceIdEvents: Namespace['VoiceIdEvents'];
    type VoiceIdEvents = values.EnumValue<'VoiceIdEvents'>;
    const VoiceIdFraudDetectionDecision: Namespace['VoiceIdFraudDetectionDecision'];
    type VoiceIdFraudDetectionDecision = values.EnumValue<'VoiceIdFraudDetectionDecision'>;
    const VoiceIdSpeakerStatus: Namespace['VoiceIdSpeakerStatus'];
    type VoiceIdSpeakerStatus = values.EnumValue<'VoiceIdSpeakerStatus'>;
    const VoiceIdStreamingStatus: Namespace['VoiceIdStreamingStatus'];
    type VoiceIdStreamingStatus = values.EnumValue<'VoiceIdStreamingStatus'>;
    const WebSocketEvents: Namespace['WebSocketEvents'];
    type WebSocketEvents = values.EnumValue<'WebSocketEvents'>;
    const AddressType: typeof EndpointType;
    type AddressType = EndpointType;
    const AgentStatusType: typeof AgentStateType;
    type AgentStatusType = AgentStateType;
    const ConnectionStatusType: typeof ConnectionStateType;
    type ConnectionStatusType = ConnectionStateType;
    const ContactStatusType: typeof ContactStateType;
    type ContactStatusType = ContactStateType;
    const ConnnectionEvents: Namespace['ConnnectionEvents'];
    type ConnnectionEvents = values.EnumValue<'ConnnectionEvents'>;

    // What callbacks are told, and what getters give.
    type AgentAvailabilityState = agents.AgentAvailabilityState;
    type AgentCallback = agents.AgentCallback;
    type AgentChannelConcurrencyMap = agents.AgentChannelConcurrencyMap;
    type AgentConfiguration = agents.AgentConfiguration;
    type AgentMutedStatus = agents.AgentMutedStatus;
    type AgentMutedStatusCallback = agents.AgentMutedStatusCallback;
    type AgentPreferences = agents.AgentPreferences;
    type AgentRoutingProfile = agents.AgentRoutingProfile;
    type AgentSetStateOptions = agents.AgentSetStateOptions;
    type AgentState = agents.AgentState;
    type AgentStateChange = agents.AgentStateChange;
    type AgentStateChangeCallback = agents.AgentStateChangeCallback;
    type AgentStateDefinition = agents.AgentStateDefinition;
    type ConnectOptions = agents.ConnectOptions;
    type GetEndpointsCallbacks = agents.GetEndpointsCallbacks;
    type GetEndpointsResult = agents.GetEndpointsResult;
    type SoftphoneErrorCallback = agents.SoftphoneErrorCallback;
    type UserBackgroundBlurChange = agents.UserBackgroundBlurChange;
    type UserBackgroundBlurChangeCallback = agents.UserBackgroundBlurChangeCallback;
    type UserMediaDeviceChange = agents.UserMediaDeviceChange;
    type UserMediaDeviceChangeCallback = agents.UserMediaDeviceChangeCallback;
    type VoiceEnhancementMode = agents.VoiceEnhancementMode;
    type AttributeDictionary = contacts.AttributeDictionary;
    type ChannelContext = contacts.ChannelContext;
    type ContactCallback = contacts.ContactCallback;
    type ContactState = contacts.ContactState;
    type Queue = contacts.Queue;
    type ReferenceDictionary = contacts.ReferenceDictionary;
    type SegmentAttributeDictionary = contacts.SegmentAttributeDictionary;
    type ViewContactCallback = contacts.ViewContactCallback;
    type ViewContactEvent = contacts.ViewContactEvent;
    type CapabilitiesDictionary = connections.CapabilitiesDictionary;
    type ChatMediaInfo = connections.ChatMediaInfo;
    type ConnectionState = connections.ConnectionState;
    type ConnectionToken = connections.ConnectionToken;
    type CustomerAuthenticationDetails = connections.CustomerAuthenticationDetails;
    type CustomerAuthenticationMethod = connections.CustomerAuthenticationMethod;
    type MonitorInfo = connections.MonitorInfo;
    type TaskMediaInfo = connections.TaskMediaInfo;
    /** What `agent.createTask` takes. An interface, so that declarations that a page has made for TaskJS merge with it. */
    interface TaskContactDefinition extends NewTask {}
    type VoiceMediaInfo = connections.VoiceMediaInfo;
    type Callback = values.Callback;
    type Subscription = values.Subscription;
    type SuccessFailCallback<Told extends unknown[] = []> = values.SuccessFailCallback<Told>;
    type SuccessFailOptions = values.SuccessFailOptions;
    type AddParticipantOptions = values.SuccessFailOptions;
    type TransferOptions = values.SuccessFailOptions;
    /** Without those members that ChatJS declares in it. `core.getWebSocketManager()` gives all. */
    interface WebSocketManager extends Omit<
      AnyWebSocketManager,
      `onConnection${'Gain' | 'Lost'}` | 'onMessage' | 'sendMessage'
    > {}

    // Options of `connect.core.initCCP`.
    type AutoAcceptToneOption = options.AutoAcceptToneOption;
    type ChatOptions = options.ChatOptions;
    type InitCCPOptions = options.InitCCPOptions;
    type LoginOptions = options.LoginOptions;
    type OptionalInitCCPOptions = options.OptionalInitCCPOptions;
    type PageOptions = options.PageOptions;
    type SoftPhoneOptions = options.SoftPhoneOptions;
    type StorageAccessParameters = options.StorageAccessParameters;
    type TaskOptions = options.TaskOptions;
  }
}

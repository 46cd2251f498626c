// The enums that Streams declares as enums of TypeScript, so that switches, unions and lists of their members are typed as
// existing code expects. They say what is there at run time, member by member.
/** Their names. */
export type EnumName =
  | 'AgentAvailStates'
  | 'AgentErrorStates'
  | 'AgentEvents'
  | 'AgentStateType'
  | 'ChannelType'
  | 'ClickType'
  | 'CONTACT_ACTIVE_STATES'
  | 'ConnectionStateType'
  | 'ConnectionType'
  | 'ContactEvents'
  | 'ContactInitiationMethod'
  | 'ContactStateType'
  | 'ContactType'
  | 'CTIExceptions'
  | 'EndpointType'
  | 'EventType'
  | 'LogLevel'
  | 'MasterTopics'
  | 'MediaType'
  | 'MonitoringErrorTypes'
  | 'MonitoringMode'
  | 'ReferenceType'
  | 'ScreenShareCapability'
  | 'VDIPlatformType'
  | 'SoftphoneCallType'
  | 'SoftphoneErrorTypes'
  | 'VideoCapability';

/* eslint-disable @typescript-eslint/no-namespace -- the global that existing code names its types by */

declare global {
  namespace connect {
    /** Names of the system's own agent states. */
    enum AgentAvailStates {
      INIT = 'Init',
      BUSY = 'Busy',
      AFTER_CALL_WORK = 'AfterCallWork',
      CALLING_CUSTOMER = 'CallingCustomer',
      DIALING = 'Dialing',
      JOINING = 'Joining',
      PENDING_AVAILABLE = 'PendingAvailable',
      PENDING_BUSY = 'PendingBusy',
    }

    /** Names of the agent's error states. */
    enum AgentErrorStates {
      ERROR = 'Error',
      AGENT_HUNG_UP = 'AgentHungUp',
      BAD_ADDRESS_AGENT = 'BadAddressAgent',
      BAD_ADDRESS_CUSTOMER = 'BadAddressCustomer',
      DEFAULT = 'Default',
      FAILED_CONNECT_AGENT = 'FailedConnectAgent',
      FAILED_CONNECT_CUSTOMER = 'FailedConnectCustomer',
      INVALID_LOCALE = 'InvalidLocale',
      LINE_ENGAGED_AGENT = 'LineEngagedAgent',
      LINE_ENGAGED_CUSTOMER = 'LineEngagedCustomer',
      MISSED_CALL_AGENT = 'MissedCallAgent',
      MISSED_CALL_CUSTOMER = 'MissedCallCustomer',
      MULTIPLE_CCP_WINDOWS = 'MultipleCcpWindows',
      REALTIME_COMMUNICATION_ERROR = 'RealtimeCommunicationError',
    }

    /** Events of the agent. */
    enum AgentEvents {
      INIT = 'agent::init',
      UPDATE = 'agent::update',
      REFRESH = 'agent::refresh',
      ROUTABLE = 'agent::routable',
      NOT_ROUTABLE = 'agent::not_routable',
      PENDING = 'agent::pending',
      CONTACT_PENDING = 'agent::contact_pending',
      OFFLINE = 'agent::offline',
      ERROR = 'agent::error',
      SOFTPHONE_ERROR = 'agent::softphone_error',
      WEBSOCKET_CONNECTION_LOST = 'agent::websocket_connection_lost',
      WEBSOCKET_CONNECTION_GAINED = 'agent::websocket_connection_gained',
      STATE_CHANGE = 'agent::state_change',
      ACW = 'agent::acw',
      MUTE_TOGGLE = 'agent::mute_toggle',
      LOCAL_MEDIA_STREAM_CREATED = 'agent::local_media_stream_created',
      ENQUEUED_NEXT_STATE = 'agent::enqueued_next_state',
      CLEARED_NEXT_STATE = 'agent::cleared_next_state',
      FETCH_AGENT_DATA_FROM_CCP = 'agent::fetch_agent_data_from_ccp',
    }

    /** Types of agent states. */
    enum AgentStateType {
      INIT = 'init',
      ROUTABLE = 'routable',
      NOT_ROUTABLE = 'not_routable',
      OFFLINE = 'offline',
      SYSTEM = 'system',
      ERROR = 'error',
    }

    /** Channels, for concurrency. */
    enum ChannelType {
      VOICE = 'VOICE',
      CHAT = 'CHAT',
      TASK = 'TASK',
    }

    /** Buttons whose clicks are reported. */
    enum ClickType {
      ACCEPT = 'Accept',
      REJECT = 'Reject',
      HANGUP = 'Hangup',
    }

    /** The states in which a contact is active. */
    enum CONTACT_ACTIVE_STATES {
      PAUSED = 'paused',
      INCOMING = 'incoming',
      PENDING = 'pending',
      CONNECTING = 'connecting',
      CONNECTED = 'connected',
    }

    /** States of connections. */
    enum ConnectionStateType {
      INIT = 'init',
      CONNECTING = 'connecting',
      CONNECTED = 'connected',
      HOLD = 'hold',
      DISCONNECTED = 'disconnected',
      SILENT_MONITOR = 'silent_monitor',
      BARGE = 'barge',
    }

    /** Kinds of connections. */
    enum ConnectionType {
      AGENT = 'agent',
      INBOUND = 'inbound',
      OUTBOUND = 'outbound',
      MONITORING = 'monitoring',
    }

    /** Events of contacts; each also exists as `<event>::<contactId>`. */
    enum ContactEvents {
      INIT = 'contact::init',
      REFRESH = 'contact::refresh',
      DESTROYED = 'contact::destroyed',
      INCOMING = 'contact::incoming',
      PENDING = 'contact::pending',
      CONNECTING = 'contact::connecting',
      CONNECTED = 'contact::connected',
      MISSED = 'contact::missed',
      ACW = 'contact::acw',
      VIEW = 'contact::view',
      ENDED = 'contact::ended',
      ERROR = 'contact::error',
      ACCEPTED = 'contact::accepted',
      INVALID_STATE_TRANSITION = 'contact::invalid_state_transition',
      SCREEN_SHARING_STARTED = 'contact::screen_sharing_started',
      SCREEN_SHARING_STOPPED = 'contact::screen_sharing_stopped',
      SCREEN_SHARING_ERROR = 'contact::screen_sharing_error',
    }

    /** How a contact came about. */
    enum ContactInitiationMethod {
      INBOUND = 'inbound',
      OUTBOUND = 'outbound',
      TRANSFER = 'transfer',
      QUEUE_TRANSFER = 'queue_transfer',
      CALLBACK = 'callback',
      API = 'api',
      DISCONNECT = 'disconnect',
      WEBRTC_API = 'webrtc_api',
      AGENT_REPLY = 'agent_reply',
      CAMPAIGN_PREVIEW = 'campaign_preview',
      EXTERNAL_OUTBOUND = 'external_outbound',
      MONITOR = 'monitor',
      FLOW = 'flow',
      CALLBACK_CUSTOMER_FIRST_QUEUED = 'callback_customer_first_queued',
      CALLBACK_CUSTOMER_FIRST_DIALED = 'callback_customer_first_dialed',
    }

    /** States of contacts. */
    enum ContactStateType {
      INIT = 'init',
      INCOMING = 'incoming',
      PENDING = 'pending',
      CONNECTING = 'connecting',
      CONNECTED = 'connected',
      MISSED = 'missed',
      ERROR = 'error',
      ENDED = 'ended',
      REJECTED = 'rejected',
      PAUSED = 'paused',
    }

    /** Kinds of contacts. */
    enum ContactType {
      VOICE = 'voice',
      QUEUE_CALLBACK = 'queue_callback',
      CHAT = 'chat',
      TASK = 'task',
      EMAIL = 'email',
    }

    /** Exception types of the service. */
    enum CTIExceptions {
      ACCESS_DENIED_EXCEPTION = 'AccessDeniedException',
      INVALID_STATE_EXCEPTION = 'InvalidStateException',
      BAD_ENDPOINT_EXCEPTION = 'BadEndpointException',
      INVALID_AGENT_ARNEXCEPTION = 'InvalidAgentARNException',
      INVALID_CONFIGURATION_EXCEPTION = 'InvalidConfigurationException',
      INVALID_CONTACT_TYPE_EXCEPTION = 'InvalidContactTypeException',
      PAGINATION_EXCEPTION = 'PaginationException',
      REFRESH_TOKEN_EXPIRED_EXCEPTION = 'RefreshTokenExpiredException',
      SEND_DATA_FAILED_EXCEPTION = 'SendDataFailedException',
      UNAUTHORIZED_EXCEPTION = 'UnauthorizedException',
      QUOTA_EXCEEDED_EXCEPTION = 'QuotaExceededException',
    }

    /** Kinds of endpoints. */
    enum EndpointType {
      PHONE_NUMBER = 'phone_number',
      AGENT = 'agent',
      QUEUE = 'queue',
    }

    /** All events without a namespace: those of the link, and those between a CCP and its worker. */
    enum EventType {
      ACKNOWLEDGE = 'acknowledge',
      ACK_TIMEOUT = 'ack_timeout',
      INIT = 'init',
      API_REQUEST = 'api_request',
      API_RESPONSE = 'api_response',
      AUTH_FAIL = 'auth_fail',
      ACCESS_DENIED = 'access_denied',
      CONFIGURE = 'configure',
      LOG = 'log',
      SYNCHRONIZE = 'synchronize',
      TERMINATE = 'terminate',
      TERMINATED = 'terminated',
      RELOAD_AGENT_CONFIGURATION = 'reload_agent_configuration',
      BROADCAST = 'broadcast',
      API_METRIC = 'api_metric',
      MUTE = 'mute',
      IFRAME_RETRIES_EXHAUSTED = 'iframe_retries_exhausted',
      OUTER_CONTEXT_INFO = 'outer_context_info',
      MEDIA_DEVICE_REQUEST = 'media_device_request',
      MEDIA_DEVICE_RESPONSE = 'media_device_response',
      AUTHORIZE_SUCCESS = 'authorize_success',
      AUTHORIZE_RETRIES_EXHAUSTED = 'authorize_retries_exhausted',
      CTI_AUTHORIZE_RETRIES_EXHAUSTED = 'cti_authorize_retries_exhausted',
      CLICK_STREAM_DATA = 'click_stream_data',
      REQUEST_CONFIGURE = 'request_configure',
      CLOSE = 'close',
      DOWNLOAD_LOG_FROM_CCP = 'download_log_from_ccp',
      MASTER_REQUEST = 'master_request',
      MASTER_RESPONSE = 'master_response',
      SEND_LOGS = 'send_logs',
      CLIENT_METRIC = 'client_metric',
      SOFTPHONE_STATS = 'softphone_stats',
      SOFTPHONE_REPORT = 'softphone_report',
      CLIENT_SIDE_LOGS = 'client_side_logs',
      SERVER_BOUND_INTERNAL_LOG = 'server_bound_internal_log',
      UPDATE_CONNECTED_CCPS = 'update_connected_ccps',
      TAB_ID = 'tab_id',
      SET_QUICK_GET_AGENT_SNAPSHOT_FLAG = 'set_quick_get_agent_snapshot_flag',
      IFRAME_STYLE = 'iframe_style',
      API_PROXY_REQUEST = 'api_proxy_request',
      API_PROXY_RESPONSE = 'api_proxy_response',
      CROSS_REGION_CSM_CONFIG = 'cross_region_csm_config',
    }

    /** Log levels, from the least to the most severe. Each value equals its key. */
    enum LogLevel {
      TEST = 'TEST',
      TRACE = 'TRACE',
      DEBUG = 'DEBUG',
      INFO = 'INFO',
      LOG = 'LOG',
      WARN = 'WARN',
      ERROR = 'ERROR',
      CRITICAL = 'CRITICAL',
    }

    /** Topics of which one tab of the browser is the master. docs/protocol.md, section 4.6. */
    enum MasterTopics {
      LOGIN_POPUP = 'connect::loginPopup',
      SEND_LOGS = 'connect::sendLogs',
      SOFTPHONE = 'connect::softphone',
      RINGTONE = 'connect::ringtone',
      METRICS = 'connect::metrics',
      FAILOVER = 'connect::failover',
    }

    /** Kinds of media of a connection. */
    enum MediaType {
      SOFTPHONE = 'softphone',
      CHAT = 'chat',
      TASK = 'task',
      EMAIL = 'email',
    }

    /** What is wrong with a monitoring request. */
    enum MonitoringErrorTypes {
      INVALID_TARGET_STATE = 'invalid_target_state',
    }

    /** How a supervisor takes part in a contact. */
    enum MonitoringMode {
      SILENT_MONITOR = 'SILENT_MONITOR',
      BARGE = 'BARGE',
    }

    /** Kinds of references of a task. */
    enum ReferenceType {
      URL = 'URL',
      EMAIL = 'EMAIL',
      NUMBER = 'NUMBER',
      STRING = 'STRING',
      DATE = 'DATE',
    }

    /** Platforms that carry the sound of calls to another machine. */
    enum VDIPlatformType {
      CITRIX = 'CITRIX',
      CITRIX_413 = 'CITRIX_413',
      AWS_WORKSPACE = 'AWS_WORKSPACE',
      OMNISSA = 'OMNISSA',
      AZURE = 'AZURE',
    }

    /** What a connection can do with a screen. */
    enum ScreenShareCapability {
      SEND = 'SEND',
    }

    /** Kinds of softphone calls. */
    enum SoftphoneCallType {
      AUDIO_VIDEO = 'audio_video',
      VIDEO_ONLY = 'video_only',
      AUDIO_ONLY = 'audio_only',
      NONE = 'none',
    }

    /** Kinds of softphone errors. */
    enum SoftphoneErrorTypes {
      UNSUPPORTED_BROWSER = 'unsupported_browser',
      MICROPHONE_NOT_SHARED = 'microphone_not_shared',
      SIGNALLING_HANDSHAKE_FAILURE = 'signalling_handshake_failure',
      SIGNALLING_CONNECTION_FAILURE = 'signalling_connection_failure',
      ICE_COLLECTION_TIMEOUT = 'ice_collection_timeout',
      USER_BUSY_ERROR = 'user_busy_error',
      WEBRTC_ERROR = 'webrtc_error',
      REALTIME_COMMUNICATION_ERROR = 'realtime_communication_error',
      VDI_STRATEGY_NOT_SUPPORTED = 'vdi_strategy_not_supported',
      VDI_REDIR_NOT_SUPPORTED = 'vdi_redir_not_supported',
      OTHER = 'other',
    }

    /** What a connection can do with pictures. */
    enum VideoCapability {
      SEND = 'SEND',
    }
  }
}

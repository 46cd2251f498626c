// The names of the requests that a page can send by `connect.core.getClient().call(...)` and its siblings.
import { makeEnum, named } from '../events/enum.js';

/** Requests to the service. */
export const ClientMethods = /*#__PURE__*/ makeEnum([
  'getAgentSnapshot',
  'putAgentState',
  'getAgentStates',
  'getDialableCountryCodes',
  'getRoutingProfileQueues',
  'getAgentPermissions',
  'getAgentConfiguration',
  'updateAgentConfiguration',
  'acceptContact',
  'createOutboundContact',
  'createTaskContact',
  'clearContact',
  'completeContact',
  'destroyContact',
  'rejectContact',
  'notifyContactIssue',
  'updateContactAttributes',
  'createAdditionalConnection',
  'destroyConnection',
  'holdConnection',
  'resumeConnection',
  'toggleActiveConnections',
  'conferenceConnections',
  'sendClientLogs',
  'sendDigits',
  'sendSoftphoneCallReport',
  'sendSoftphoneCallMetrics',
  'getEndpoints',
  'getNewAuthToken',
  'createTransport',
  'muteParticipant',
  'unmuteParticipant',
  'updateMonitorParticipantState',
  'pauseContact',
  'resumeContact',
  'addNewConnection',
  'transferContact',
]);

/** Requests to the service behind Amazon's own apps. Their names have dots, so their keys are written out. */
export const AgentAppClientMethods = /*#__PURE__*/ Object.freeze({
  GET_CONTACT: 'AgentAppService.Lcms.getContact',
  DELETE_SPEAKER: 'AgentAppService.VoiceId.deleteSpeaker',
  ENROLL_BY_SESSION: 'AgentAppService.VoiceId.enrollBySession',
  EVALUATE_SESSION: 'AgentAppService.VoiceId.evaluateSession',
  DESCRIBE_SPEAKER: 'AgentAppService.VoiceId.describeSpeaker',
  OPT_OUT_SPEAKER: 'AgentAppService.VoiceId.optOutSpeaker',
  UPDATE_VOICE_ID_DATA: 'AgentAppService.Lcms.updateVoiceIdData',
  DESCRIBE_SESSION: 'AgentAppService.VoiceId.describeSession',
  UPDATE_SESSION: 'AgentAppService.VoiceId.updateSession',
  START_VOICE_ID_SESSION: 'AgentAppService.Nasa.startVoiceIdSession',
  LIST_INTEGRATION_ASSOCIATIONS: 'AgentAppService.Acs.listIntegrationAssociations',
} as const);

/** Requests about templates of tasks. */
export const TaskTemplatesClientMethods = /*#__PURE__*/ makeEnum([
  'listTaskTemplates',
  'getTaskTemplate',
  'createTemplatedTask',
  'updateContact',
]);

/** Requests that the CCP's page answers itself. */
export const ApiProxyClientMethods = /*#__PURE__*/ makeEnum([
  'qrIntegrationExists',
  'qrSearchQuickResponses',
  'startScreenSharing',
]);

/** Requests among the tabs of the browser. */
export const MasterMethods = /*#__PURE__*/ makeEnum(['becomeMaster', 'checkMaster']);

/** Requests that a CCP's worker sends again by itself when they fail. */
export const RetryableClientMethodsList: readonly string[] = /*#__PURE__*/ Object.freeze([
  ClientMethods.GET_AGENT_SNAPSHOT,
  ClientMethods.GET_AGENT_CONFIGURATION,
  ClientMethods.GET_AGENT_PERMISSIONS,
  ClientMethods.GET_AGENT_STATES,
  ClientMethods.GET_DIALABLE_COUNTRY_CODES,
  ClientMethods.GET_ROUTING_PROFILE_QUEUES,
]);

/** Failures after which it does. */
export const RetryableErrors = /*#__PURE__*/ Object.freeze({
  UNAUTHORIZED: 'unauthorized',
  ACCESS_DENIED: 'accessDenied',
} as const);

/** Whether it does: the `retryStatus` in the text of a failure. */
export const RetryStatus = /*#__PURE__*/ named(['RETRYING', 'EXHAUSTED', 'NONE']);

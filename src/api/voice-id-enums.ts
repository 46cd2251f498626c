// The enums of Voice ID, a service that Amazon has ended: existing code still compares with them.
import { makeEnum, named } from '../events/enum.js';

/** What went wrong with Voice ID. */
export const VoiceIdErrorTypes = /*#__PURE__*/ named([
  'NO_SPEAKER_ID_FOUND',
  'SPEAKER_ID_NOT_ENROLLED',
  'GET_SPEAKER_ID_FAILED',
  'GET_SPEAKER_STATUS_FAILED',
  'OPT_OUT_SPEAKER_FAILED',
  'OPT_OUT_SPEAKER_IN_LCMS_FAILED',
  'DELETE_SPEAKER_FAILED',
  'START_SESSION_FAILED',
  'EVALUATE_SPEAKER_FAILED',
  'SESSION_NOT_EXISTS',
  'DESCRIBE_SESSION_FAILED',
  'ENROLL_SPEAKER_FAILED',
  'UPDATE_SPEAKER_ID_FAILED',
  'UPDATE_SPEAKER_ID_IN_LCMS_FAILED',
  'NOT_SUPPORTED_ON_CONFERENCE_CALLS',
  'ENROLL_SPEAKER_TIMEOUT',
  'EVALUATE_SPEAKER_TIMEOUT',
  'GET_DOMAIN_ID_FAILED',
  'NO_DOMAIN_ID_FOUND',
]);

/** Whether a speaker was being listened to. */
export const VoiceIdStreamingStatus = /*#__PURE__*/ makeEnum(['ONGOING', 'ENDED', 'PENDING_CONFIGURATION']);

/** What Voice ID said of who speaks. */
export const VoiceIdAuthenticationDecision = /*#__PURE__*/ makeEnum([
  'ACCEPT',
  'REJECT',
  'NOT_ENOUGH_SPEECH',
  'SPEAKER_NOT_ENROLLED',
  'SPEAKER_OPTED_OUT',
  'SPEAKER_ID_NOT_PROVIDED',
  'SPEAKER_EXPIRED',
]);

/** What Voice ID said of fraud. */
export const VoiceIdFraudDetectionDecision = /*#__PURE__*/ makeEnum(['NOT_ENOUGH_SPEECH', 'HIGH_RISK', 'LOW_RISK']);

/** What flows were told of who speaks. */
export const ContactFlowAuthenticationDecision = /*#__PURE__*/ makeEnum([
  'Authenticated',
  'NotAuthenticated',
  'Inconclusive',
  'NotEnrolled',
  'OptedOut',
  'NotEnabled',
  'Error',
]);

/** What flows were told of fraud. */
export const ContactFlowFraudDetectionDecision = /*#__PURE__*/ makeEnum([
  'HighRisk',
  'LowRisk',
  'Inconclusive',
  'NotEnabled',
  'Error',
]);

/** How far an enrolment was. */
export const VoiceIdEnrollmentRequestStatus = /*#__PURE__*/ makeEnum([
  'NOT_ENOUGH_SPEECH',
  'IN_PROGRESS',
  'COMPLETED',
  'FAILED',
]);

/** How a speaker stood with Voice ID. */
export const VoiceIdSpeakerStatus = /*#__PURE__*/ makeEnum(['OPTED_OUT', 'ENROLLED', 'PENDING']);

/** Pauses in milliseconds, and numbers of questions, of Voice ID. */
export const VoiceIdConstants = /*#__PURE__*/ Object.freeze({
  EVALUATE_SESSION_DELAY: 10_000,
  EVALUATION_MAX_POLL_TIMES: 24,
  EVALUATION_POLLING_INTERVAL: 5_000,
  ENROLLMENT_MAX_POLL_TIMES: 120,
  ENROLLMENT_POLLING_INTERVAL: 5_000,
  START_SESSION_DELAY: 8_000,
} as const);

// The requests of all verbs, by name: what pages make and listen to.
import type { ConnectAcceptRequestEvent } from './accept.js';
import type { ConnectAddParticipantRequestEvent } from './add-participant.js';
import type { ConnectClearRequestEvent } from './clear.js';
import type { ConnectConferenceRequestEvent } from './conference.js';
import type { ConnectDialRequestEvent } from './dial.js';
import type { ConnectHangUpRequestEvent } from './hang-up.js';
import type { ConnectHoldRequestEvent } from './hold.js';
import type { ConnectLoginRequestEvent } from './login.js';
import type { ConnectLogoutRequestEvent } from './logout.js';
import type { ConnectMuteRequestEvent } from './mute.js';
import type { ConnectRejectRequestEvent } from './reject.js';
import type { ConnectResumeRequestEvent } from './resume.js';
import type { ConnectSelectContactRequestEvent } from './select-contact.js';
import type { ConnectSendAttachmentRequestEvent } from './send-attachment.js';
import type { ConnectSendDigitsRequestEvent } from './send-digits.js';
import type { ConnectSendMessageRequestEvent } from './send-message.js';
import type { ConnectSetAgentStateRequestEvent } from './set-agent-state.js';
import type { ConnectSetDeviceRequestEvent } from './set-device.js';
import type { ConnectSwapRequestEvent } from './swap.js';
import type { ConnectTransferRequestEvent } from './transfer.js';
import type { ConnectUnmuteRequestEvent } from './unmute.js';

export { ConnectAcceptRequestEvent } from './accept.js';
export { ConnectAddParticipantRequestEvent } from './add-participant.js';
export { ConnectClearRequestEvent } from './clear.js';
export { ConnectConferenceRequestEvent } from './conference.js';
export { ConnectDialRequestEvent } from './dial.js';
export { ConnectHangUpRequestEvent } from './hang-up.js';
export { ConnectHoldRequestEvent } from './hold.js';
export { ConnectLoginRequestEvent } from './login.js';
export { ConnectLogoutRequestEvent } from './logout.js';
export { ConnectMuteRequestEvent } from './mute.js';
export { ConnectRejectRequestEvent } from './reject.js';
export { ConnectResumeRequestEvent } from './resume.js';
export { ConnectSelectContactRequestEvent } from './select-contact.js';
export { ConnectSendAttachmentRequestEvent } from './send-attachment.js';
export { ConnectSendDigitsRequestEvent } from './send-digits.js';
export { ConnectSendMessageRequestEvent } from './send-message.js';
export { ConnectSetAgentStateRequestEvent } from './set-agent-state.js';
export { ConnectSetDeviceRequestEvent } from './set-device.js';
export { ConnectSwapRequestEvent } from './swap.js';
export { ConnectTransferRequestEvent } from './transfer.js';
export { ConnectUnmuteRequestEvent } from './unmute.js';
export { ConnectRequestEvent, type ContactTarget, type EndpointTarget, type PartyTarget } from '../host/requests.js';
export type { DeviceName } from './set-device.js';

/** The requests, by event name. */
export interface ConnectRequestEventMap {
  'connect-accept-request': ConnectAcceptRequestEvent;
  'connect-reject-request': ConnectRejectRequestEvent;
  'connect-hold-request': ConnectHoldRequestEvent;
  'connect-resume-request': ConnectResumeRequestEvent;
  'connect-mute-request': ConnectMuteRequestEvent;
  'connect-unmute-request': ConnectUnmuteRequestEvent;
  'connect-send-digits-request': ConnectSendDigitsRequestEvent;
  'connect-transfer-request': ConnectTransferRequestEvent;
  'connect-add-participant-request': ConnectAddParticipantRequestEvent;
  'connect-swap-request': ConnectSwapRequestEvent;
  'connect-conference-request': ConnectConferenceRequestEvent;
  'connect-hang-up-request': ConnectHangUpRequestEvent;
  'connect-clear-request': ConnectClearRequestEvent;
  'connect-dial-request': ConnectDialRequestEvent;
  'connect-set-agent-state-request': ConnectSetAgentStateRequestEvent;
  'connect-select-contact-request': ConnectSelectContactRequestEvent;
  'connect-set-device-request': ConnectSetDeviceRequestEvent;
  'connect-send-message-request': ConnectSendMessageRequestEvent;
  'connect-send-attachment-request': ConnectSendAttachmentRequestEvent;
  'connect-login-request': ConnectLoginRequestEvent;
  'connect-logout-request': ConnectLogoutRequestEvent;
}

declare global {
  interface HTMLElementEventMap extends ConnectRequestEventMap {}
  interface DocumentEventMap extends ConnectRequestEventMap {}
}

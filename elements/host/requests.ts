// The requests: what controls ask of their host. A page can stop each of them, by `preventDefault()`, before it is carried out.
import type { EndpointLike } from '../../src/index.js';
import type { DeviceName } from '../commands/set-device.js';

/** Which contact a request is about. */
export interface ContactTarget {
  /** Id of the contact. */
  readonly contactId: string | null;
}

/** Which contact a request is about, and which party of it. */
export interface PartyTarget extends ContactTarget {
  /** Id of one party's connection; without it the request is about all of the contact. */
  readonly connectionId?: string | null;
}

/** Which contact a request is about, and whom to call. */
export interface EndpointTarget extends ContactTarget {
  /** A quick connect, or a phone number in E.164 form. */
  readonly endpoint: EndpointLike;
}

/**
 * Something that a host is asked to do. It bubbles and is composed, so that `document` hears it through shadow roots.
 * `preventDefault()` stops it; a page that has asked the agent first goes on with `host.perform(event)`.
 */
export abstract class ConnectRequestEvent extends Event {
  /** Id of the contact that it is about, or null. */
  readonly contactId: string | null;

  /** @internal */
  constructor(verb: string, contactId: string | null = null) {
    super(`connect-${verb}-request`, { bubbles: true, composed: true, cancelable: true });
    this.contactId = contactId;
  }
}

/** A request about a contact, or about one party of it. */
abstract class PartyRequestEvent extends ConnectRequestEvent {
  /** Id of one party's connection; null if the request is about all of the contact. */
  readonly connectionId: string | null;

  constructor(verb: string, { contactId, connectionId = null }: PartyTarget) {
    super(verb, contactId);
    this.connectionId = connectionId;
  }
}

/** A request to call somebody. */
abstract class EndpointRequestEvent extends ConnectRequestEvent {
  /** A quick connect, or a phone number. */
  readonly endpoint: EndpointLike;

  constructor(verb: string, endpoint: EndpointLike, contactId: string | null = null) {
    super(verb, contactId);
    this.endpoint = endpoint;
  }
}

/** Asks for another state of the agent. During a contact it becomes the next one; the present one's name cancels that. */
export class ConnectSetAgentStateRequestEvent extends ConnectRequestEvent {
  /** Name of the state. */
  readonly agentState: string;

  constructor({ agentState }: { readonly agentState: string }) {
    super('set-agent-state');
    this.agentState = agentState;
  }
}

/** Asks to accept a contact that rings. */
export class ConnectAcceptRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('accept', contactId);
  }
}

/** Asks to reject a contact that rings. */
export class ConnectRejectRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('reject', contactId);
  }
}

/** Asks to hang up: one party, or, without a connection, the agent. Others go on talking if there are enough of them. */
export class ConnectHangUpRequestEvent extends PartyRequestEvent {
  constructor(target: PartyTarget) {
    super('hang-up', target);
  }
}

/** Asks to put on hold: one party, or all who talk. A task is paused. */
export class ConnectHoldRequestEvent extends PartyRequestEvent {
  constructor(target: PartyTarget) {
    super('hold', target);
  }
}

/** Asks to take off hold: one party, or all who wait. A paused task goes on. */
export class ConnectResumeRequestEvent extends PartyRequestEvent {
  constructor(target: PartyTarget) {
    super('resume', target);
  }
}

/** Asks to mute the agent's microphone. */
export class ConnectMuteRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('mute', contactId);
  }
}

/** Asks to unmute the agent's microphone. */
export class ConnectUnmuteRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('unmute', contactId);
  }
}

/** Asks to send digits as tones. */
export class ConnectSendDigitsRequestEvent extends ConnectRequestEvent {
  /** Any of `0-9`, `*`, `#`, `A-D` and the pause `,`. */
  readonly digits: string;

  constructor({ contactId, digits }: ContactTarget & { readonly digits: string }) {
    super('send-digits', contactId);
    this.digits = digits;
  }
}

/** Asks to call somebody. */
export class ConnectDialRequestEvent extends EndpointRequestEvent {
  constructor({ endpoint }: { readonly endpoint: EndpointLike }) {
    super('dial', endpoint);
  }
}

/** Asks to hand a contact over without a talk before: the agent leaves as soon as the other side has answered. */
export class ConnectTransferRequestEvent extends EndpointRequestEvent {
  constructor({ contactId, endpoint }: EndpointTarget) {
    super('transfer', endpoint, contactId);
  }
}

/** Asks to call one more into a contact; the agent talks to them first, while the others wait. */
export class ConnectAddParticipantRequestEvent extends EndpointRequestEvent {
  constructor({ contactId, endpoint }: EndpointTarget) {
    super('add-participant', endpoint, contactId);
  }
}

/** Asks to let all parties of a call talk with each other. */
export class ConnectConferenceRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('conference', contactId);
  }
}

/** Asks to swap who talks and who waits. */
export class ConnectSwapRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('swap', contactId);
  }
}

/** Asks to clear a contact that is over. */
export class ConnectClearRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('clear', contactId);
  }
}

/** Asks to select a contact; null for none. */
export class ConnectSelectContactRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('select-contact', contactId);
  }
}

/** Asks to use another device. */
export class ConnectSetDeviceRequestEvent extends ConnectRequestEvent {
  /** `microphone`, `speaker` or `ringer`. */
  readonly device: DeviceName;
  /** Its id, as the panel has it; as the page has it for the page's own ringer. Empty: what the system uses by itself. */
  readonly deviceId: string;

  constructor({ device, deviceId }: { readonly device: DeviceName; readonly deviceId: string }) {
    super('set-device');
    this.device = device;
    this.deviceId = deviceId;
  }
}

/** Asks to open the sign-in window; to be dispatched from a click, or the browser may refuse it. */
export class ConnectLoginRequestEvent extends ConnectRequestEvent {
  constructor() {
    super('login');
  }
}

/** Asks to sign the agent out. */
export class ConnectLogoutRequestEvent extends ConnectRequestEvent {
  constructor() {
    super('logout');
  }
}

/** The requests, by event name. */
export interface ConnectRequestEventMap {
  'connect-set-agent-state-request': ConnectSetAgentStateRequestEvent;
  'connect-accept-request': ConnectAcceptRequestEvent;
  'connect-reject-request': ConnectRejectRequestEvent;
  'connect-hang-up-request': ConnectHangUpRequestEvent;
  'connect-hold-request': ConnectHoldRequestEvent;
  'connect-resume-request': ConnectResumeRequestEvent;
  'connect-mute-request': ConnectMuteRequestEvent;
  'connect-unmute-request': ConnectUnmuteRequestEvent;
  'connect-send-digits-request': ConnectSendDigitsRequestEvent;
  'connect-dial-request': ConnectDialRequestEvent;
  'connect-transfer-request': ConnectTransferRequestEvent;
  'connect-add-participant-request': ConnectAddParticipantRequestEvent;
  'connect-conference-request': ConnectConferenceRequestEvent;
  'connect-swap-request': ConnectSwapRequestEvent;
  'connect-clear-request': ConnectClearRequestEvent;
  'connect-select-contact-request': ConnectSelectContactRequestEvent;
  'connect-set-device-request': ConnectSetDeviceRequestEvent;
  'connect-login-request': ConnectLoginRequestEvent;
  'connect-logout-request': ConnectLogoutRequestEvent;
}

declare global {
  interface HTMLElementEventMap extends ConnectRequestEventMap {}
  interface DocumentEventMap extends ConnectRequestEventMap {}
}

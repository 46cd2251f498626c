// The events of the elements: facts about a host, each a class of its own with typed fields.
import type { CcpStatus, CommandError } from '../../src/index.js';
import type { MessageView } from './message-board.js';
import type { AgentView, ContactView, HostError } from './state.js';

/**
 * A fact about a host. It does not bubble, so that an element around a host is not mistaken for it, but it is composed: a
 * capturing listener on `document` hears it through shadow roots.
 */
class HostEvent extends Event {
  constructor(type: string) {
    super(type, { composed: true });
  }
}

/** The CCP answers and the agent's data are there. */
export class ConnectReadyEvent extends HostEvent {
  constructor() {
    super('connect-ready');
  }
}

/** The host's status has changed. */
export class ConnectStatusChangeEvent extends HostEvent {
  constructor(
    readonly current: CcpStatus,
    readonly previous: CcpStatus,
  ) {
    super('connect-status-change');
  }
}

/** The agent's name, state, next state or choice of states has changed. */
export class ConnectAgentChangeEvent extends HostEvent {
  constructor(
    readonly current: AgentView | null,
    readonly previous: AgentView | null,
  ) {
    super('connect-agent-change');
  }
}

/** A fact about one contact. */
class ContactEvent extends HostEvent {
  readonly contactId: string;

  constructor(
    type: string,
    readonly contact: ContactView,
  ) {
    super(type);
    this.contactId = contact.contactId;
  }
}

/** The agent has a new contact, or had it when the CCP came up. */
export class ConnectContactAddedEvent extends ContactEvent {
  constructor(contact: ContactView) {
    super('connect-contact-added', contact);
  }
}

/** Something about a contact has changed. */
export class ConnectContactChangeEvent extends ContactEvent {
  constructor(contact: ContactView) {
    super('connect-contact-change', contact);
  }
}

/** A contact is gone; `contact` is as it last was. */
export class ConnectContactRemovedEvent extends ContactEvent {
  constructor(contact: ContactView) {
    super('connect-contact-removed', contact);
  }
}

/** A contact asks for the agent: they have to act now. */
export class ConnectRingingEvent extends ContactEvent {
  constructor(contact: ContactView) {
    super('connect-ringing', contact);
  }
}

/** Somebody has said something in a chat, the agent included. */
export class ConnectMessageEvent extends ContactEvent {
  constructor(
    contact: ContactView,
    readonly message: MessageView,
  ) {
    super('connect-message', contact);
  }
}

/**
 * How a command stands: `pending` until the state shows its effect, then `confirmed`; `unconfirmed` if nothing shows it in
 * time; `failed` if the service has refused it.
 */
export type CommandPhase = 'pending' | 'confirmed' | 'unconfirmed' | 'failed';

/** What a {@link ConnectCommandEvent} says. */
export interface CommandFacts {
  readonly operation: string;
  readonly contactId: string | null;
  readonly phase: CommandPhase;
  readonly error?: CommandError | null;
}

/** A command has come into a phase. */
export class ConnectCommandEvent extends HostEvent {
  /** The verb, such as `hold`. */
  readonly operation: string;
  /** Id of the contact that it is about, or null. */
  readonly contactId: string | null;
  readonly phase: CommandPhase;
  /** Why it has failed, or null. */
  readonly error: CommandError | null;

  constructor({ operation, contactId, phase, error = null }: CommandFacts) {
    super('connect-command');
    this.operation = operation;
    this.contactId = contactId;
    this.phase = phase;
    this.error = error;
  }
}

/** Something is wrong that the page's author or the agent can mend; `error` says what, and what to do. */
export class ConnectErrorEvent extends HostEvent {
  constructor(readonly error: HostError) {
    super('connect-error');
  }
}

/** A failover waits for the end of a call. */
export class ConnectFailoverPendingEvent extends HostEvent {
  /**
   * @param activeRegion where the agent works.
   * @param nextRegion where they will work.
   */
  constructor(
    readonly activeRegion: string,
    readonly nextRegion: string,
  ) {
    super('connect-failover-pending');
  }
}

/** The agent has been moved over to the other region. */
export class ConnectFailoverCompleteEvent extends HostEvent {
  /** Nothing is pending any more. */
  readonly nextRegion = null;

  /** @param activeRegion where the agent works now. */
  constructor(readonly activeRegion: string) {
    super('connect-failover-complete');
  }
}

/**
 * The agent will be signed out soon, for want of activity. Cancelable: who has prevented it says so to the agent themselves, and
 * calls `connect.sendActivity()` where the agent wants to stay.
 */
export class ConnectSessionExpiringEvent extends Event {
  /** @param expiration when that will be, in epoch milliseconds. */
  constructor(readonly expiration: number) {
    super('connect-session-expiring', { composed: true, cancelable: true });
  }
}

/** The facts that a host publishes, by event name. */
export interface ConnectHostEventMap {
  'connect-ready': ConnectReadyEvent;
  'connect-status-change': ConnectStatusChangeEvent;
  'connect-agent-change': ConnectAgentChangeEvent;
  'connect-contact-added': ConnectContactAddedEvent;
  'connect-contact-change': ConnectContactChangeEvent;
  'connect-contact-removed': ConnectContactRemovedEvent;
  'connect-ringing': ConnectRingingEvent;
  'connect-message': ConnectMessageEvent;
  'connect-command': ConnectCommandEvent;
  'connect-session-expiring': ConnectSessionExpiringEvent;
  'connect-failover-pending': ConnectFailoverPendingEvent;
  'connect-failover-complete': ConnectFailoverCompleteEvent;
  'connect-error': ConnectErrorEvent;
}

declare global {
  interface HTMLElementEventMap extends ConnectHostEventMap {}
  /** Facts do not bubble: a listener on the document hears them with `capture`. */
  interface DocumentEventMap extends ConnectHostEventMap {}
}

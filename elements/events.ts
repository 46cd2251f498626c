// The events of the elements: facts about a host, each a class of its own with typed fields.
import type { CcpStatus } from '../src/index.js';
import type { AgentView, ContactView, HostError } from './base/host-state.js';

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

/** Something is wrong that the page's author or the agent can mend; `error` says what, and what to do. */
export class ConnectErrorEvent extends HostEvent {
  constructor(readonly error: HostError) {
    super('connect-error');
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
  'connect-error': ConnectErrorEvent;
}

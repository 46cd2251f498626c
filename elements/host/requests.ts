// What requests are made of: what controls ask of their host. A page can stop each of them, by `preventDefault()`, before it is carried out.
import type { EndpointLike } from '../../src/index.js';

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
export abstract class PartyRequestEvent extends ConnectRequestEvent {
  /** Id of one party's connection; null if the request is about all of the contact. */
  readonly connectionId: string | null;

  constructor(verb: string, { contactId, connectionId = null }: PartyTarget) {
    super(verb, contactId);
    this.connectionId = connectionId;
  }
}

/** A request to call somebody. */
export abstract class EndpointRequestEvent extends ConnectRequestEvent {
  /** A quick connect, or a phone number. */
  readonly endpoint: EndpointLike;

  constructor(verb: string, endpoint: EndpointLike, contactId: string | null = null) {
    super(verb, contactId);
    this.endpoint = endpoint;
  }
}

// connect.Contact as a type: ours, where what Streams declares without null has none.
import type { Contact as AnyContact } from '../api/contact.js';
import type { ViewContactEvent as AnyViewContactEvent } from '../api/core-events.js';
import type { ContactAttribute, Queue as AnyQueue, TimedState } from '../conduit/wire.js';
import type { ContactEventName } from '../events/event-names.js';
import type { BaseConnection, Endpoint } from './connection.js';

/** Told a contact. */
export type ContactCallback = (contact: Contact) => void;

/** What `core.onViewContact` gives. */
export type ViewContactEvent = AnyViewContactEvent;

/** Told which contact is selected in the CCP. */
export type ViewContactCallback = (event: ViewContactEvent) => void;

/** State of a contact. */
export interface ContactState extends TimedState {
  readonly type: connect.ContactStateType;
}

/** A queue. */
export interface Queue extends AnyQueue {
  readonly queueId: string;
}

/** Attributes of a contact, by name. */
export type AttributeDictionary = Readonly<Record<string, ContactAttribute | undefined>>;

/** System attributes of a contact, by name. Streams declares `valueString`; what comes has `ValueString`. */
export type SegmentAttributeDictionary = Readonly<
  Record<string, { valueString: string; ValueString?: string; ValueMap?: unknown }>
>;

/** References of a task, by name. */
export type ReferenceDictionary = Readonly<Record<string, { type: connect.ReferenceType; value: string } | undefined>>;

/** What a contact's channel adds. */

export type ChannelContext = {
  scheduledTime?: number;
  taskTemplateId?: string;
  taskTemplateVersion?: number;
};

/** A contact. */
export interface Contact extends AnyContact {
  getInitialContactId(): string;
  getOriginalContactId(): string;
  getType(): connect.ContactType;
  getState(): ContactState;
  getStatus(): ContactState;
  getQueue(): Queue;
  getQueueTimestamp(): Date;
  getName(): string;
  getDescription(): string;
  getReferences(): ReferenceDictionary;
  getInitiationMethod(): connect.ContactInitiationMethod;
  getChannelContext(): ChannelContext | undefined;
  getSegmentAttributes(): SegmentAttributeDictionary;
  getRelatedContactId(): string | null;
  getContactAssociationId(): string | null;
  getCustomerEndpoint(): Endpoint | null;
  getConnectSystemEndpoint(): Endpoint | null;
  /* eslint-disable @typescript-eslint/no-explicit-any -- declared so by Streams, or as what does not come */
  getContactMetadata(): any;
  /** Seconds as text; Streams declares a number. */
  getContactDuration(): any;
  /* eslint-enable @typescript-eslint/no-explicit-any */
  getConnections(): BaseConnection[];
  getInitialConnection(): BaseConnection;
  getActiveInitialConnection(): BaseConnection | null;
  getThirdPartyConnections(): BaseConnection[];
  getSingleActiveThirdPartyConnection(): BaseConnection | null;
  getAgentConnection(): BaseConnection;
  getActiveConnections(): BaseConnection[];
  getEventName(eventName: connect.ContactEvents | ContactEventName): string;
  toSnapshot(): Contact;
}

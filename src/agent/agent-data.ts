// The agent's data: takes each `agent::update`, indexes it, compares it with the last one, publishes the events.
import { withoutWaitingContacts } from '../conduit/standby.js';
import {
  type AgentConfiguration,
  type AgentData,
  type ConnectionData,
  type ContactData,
  isAgentData,
} from '../conduit/wire.js';
import { StateError } from '../errors/errors.js';
import type { AnyEventBus } from '../events/event-bus.js';
import { isFinishedState, transitionEvents } from '../events/event-graph.js';
import { AgentEvents, ContactEvents, type ContactEventName, getContactEventName } from '../events/event-names.js';
import { copied } from './copy.js';
import { SnapshotOrder } from './snapshot-order.js';
import { type ConnectionRecord, type ContactRecord, IndexedSnapshot, type SnapshotUpdate } from './snapshot.js';

/** Makes the API objects that subscribers get. Handed in, because the API is a layer above. */
export interface AgentPresenter {
  agent(): unknown;
  contact(contactId: string): unknown;
  /** The contact as it last was, once it is gone. */
  removedContact(record: ContactRecord): unknown;
}

/** What the provider needs of its runtime. */
export interface AgentDataOptions {
  bus: AnyEventBus;
  presenter: AgentPresenter;
  /** True if a state's name is one of the agent's error states. */
  isErrorState: (name: string) => boolean;
  /** Told when what was known of an agent has been forgotten. */
  forgotten?: () => void;
  /** Told what a reader has thrown. */
  failed?(error: unknown): void;
}

/** State of an agent or a contact before their first snapshot. docs/protocol.md, section 6.5. */
const INITIAL_TYPE = 'init';
const INITIAL_NAME = 'Init';

/** Account and instance in an ARN. */
const INSTANCE = /^arn:[^:]*:connect:[^:]*:([^:]*):instance\/([^/]+)/;

/** The agent's state name that means after-call work. */
const AFTER_CALL_WORK = 'AfterCallWork';

const TYPE_EVENTS: ReadonlyMap<string, string> = /*#__PURE__*/ new Map([
  ['routable', AgentEvents.ROUTABLE],
  ['not_routable', AgentEvents.NOT_ROUTABLE],
  ['offline', AgentEvents.OFFLINE],
]);

/** What tells agents apart, best first. ARNs differ between two regions, and two people may have one name. */
const IDENTITIES = ['username', 'agentARN', 'name'] as const;

/** True if two configurations are of one agent: by the first thing that both tell. */
function isSameAgent(one: AgentConfiguration, other: AgentConfiguration): boolean {
  const identity = IDENTITIES.find((member) => one[member] && other[member]);
  return identity === undefined || one[identity] === other[identity];
}

/** Is handed each update as a whole. */
export type SnapshotReader = (update: SnapshotUpdate) => void;

/** Holds the last snapshot of the agent and publishes what changes. docs/protocol.md, sections 6.4 and 6.5. */
export class AgentDataProvider {
  readonly #bus: AnyEventBus;
  readonly #presenter: AgentPresenter;
  readonly #isErrorState: (name: string) => boolean;
  readonly #forgotten: (() => void) | undefined;
  readonly #readers = new Set<SnapshotReader>();
  readonly #failed: (error: unknown) => void;
  #current: IndexedSnapshot | null = null;
  readonly #order = new SnapshotOrder();
  /** The port of the CCP through which the last data came. */
  #port: string | undefined;
  /** The snapshot whose events are being published. A subscriber may end or replace it: then the rest is not published. */
  #publishing: IndexedSnapshot | null = null;
  /** Contacts for which no end has been published yet. */
  readonly #unended = new Set<string>();
  /** Contacts that were published as connected: a task that goes on after a pause is not connected once more. */
  readonly #connected = new Set<string>();

  constructor({ bus, presenter, isErrorState, forgotten, failed = reportError }: AgentDataOptions) {
    this.#failed = failed;
    this.#bus = bus;
    this.#presenter = presenter;
    this.#isErrorState = isErrorState;
    this.#forgotten = forgotten;
  }

  /**
   * Hands each update on as a whole, right after `agent::refresh`.
   * @param reader called with it; it reads and does not write.
   * @returns ends it.
   */
  read(reader: SnapshotReader): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  /** Ends what {@link read} began, for everybody. */
  unread(): void {
    this.#readers.clear();
  }

  /** True once a snapshot has arrived. */
  get hasData(): boolean {
    return this.#current !== null;
  }

  /** The last snapshot with its index. */
  get current(): IndexedSnapshot {
    if (!this.#current) throw new StateError('No agent data is available yet!');
    return this.#current;
  }

  /** True while the agent has a contact. */
  hasContact(contactId: string): boolean {
    return this.#current?.contacts.has(contactId) ?? false;
  }

  /**
   * A contact with its index.
   * @throws StateError if the agent has no such contact.
   */
  contact(contactId: string): ContactRecord {
    const record = this.#current?.contacts.get(contactId);
    if (!record) throw new StateError('Contact %s no longer exists.', contactId);
    return record;
  }

  /**
   * A connection of a contact.
   * @throws StateError if there is no such contact, or it has no such connection.
   */
  connection(contactId: string, connectionId: string): ConnectionRecord {
    const record = this.contact(contactId).connection(connectionId);
    if (!record) throw new StateError('Connection %s for contact %s no longer exists.', connectionId, contactId);
    return record;
  }

  /** The last data as they came, as a copy. */
  getAgentData(): AgentData {
    return copied(this.current.data);
  }

  /** Id of the instance, as the ARN of the routing profile has it. */
  getInstanceId(): string | undefined {
    return INSTANCE.exec(this.#routingProfileARN)?.[2];
  }

  /** The AWS account of the instance, as the ARN of the routing profile has it. */
  getAWSAccountId(): string | undefined {
    return INSTANCE.exec(this.#routingProfileARN)?.[1];
  }

  /**
   * The data of a contact as they came, as a copy.
   * @throws StateError if the agent has no such contact.
   */
  getContactData(contactId: string): ContactData {
    return copied(this.contact(contactId).data);
  }

  /**
   * The data of a connection as they came, as a copy.
   * @throws StateError if there is no such contact, or it has no such connection.
   */
  getConnectionData(contactId: string, connectionId: string): ConnectionData {
    return copied(this.connection(contactId, connectionId).data);
  }

  get #routingProfileARN(): string {
    return this.current.configuration.routingProfile?.routingProfileARN ?? '';
  }

  /**
   * Forgets everything, as after a sign-out: the next data count as the first, and subscriptions to single contacts end.
   * No contact is said to have ended, for nobody knows. docs/protocol.md, section 12.4 (D18).
   */
  reset(): void {
    const last = this.#current;
    for (const contactId of last?.contacts.keys() ?? []) this.#unsubscribe(contactId);
    this.#current = null;
    this.#order.reset();
    this.#unended.clear();
    this.#connected.clear();
    if (last) this.#forgotten?.();
  }

  /**
   * Takes the data of an `agent::update`.
   * @param data as they came over the wire.
   * @param standsBy true for those of a region that stands by. Its worker leaves out the contacts that wait for the agent
   *   once it has been told; until then they are left out here. docs/protocol.md, section 10.1.
   * @param port id of the CCP's port at its worker: through another one, such as that of another region, snapshots are in an order
   *   of their own.
   * @returns false if they are not such data, or older than what is known; nothing has changed then.
   */
  accept(data: unknown, standsBy = false, port?: string): boolean {
    if (!isAgentData(data)) return false;
    if (port !== this.#port) this.#order.reset();
    this.#port = port;
    // Another agent has signed in, perhaps without a `terminated` before.
    if (this.#current && !isSameAgent(this.#current.data.configuration, data.configuration)) this.reset();
    if (!this.#order.takes(data.snapshot)) return false;
    const before = this.#current;
    const now = new IndexedSnapshot(standsBy ? { ...data, snapshot: withoutWaitingContacts(data.snapshot) } : data);
    this.#current = this.#publishing = now;
    this.#publishAgent(before, now);
    this.#publishContacts(before, now);
    return true;
  }

  #tellReaders(now: IndexedSnapshot): void {
    for (const reader of [...this.#readers]) {
      if (this.#current !== this.#publishing) return;
      try {
        reader(now);
      } catch (error) {
        this.#failed(error); // One reader's fault is nobody else's.
      }
    }
  }

  #publishAgent(before: IndexedSnapshot | null, now: IndexedSnapshot): void {
    const { state, nextState } = now.agent;
    const old = before?.agent;
    if (!old) this.#triggerAgent(AgentEvents.INIT);
    this.#triggerAgent(AgentEvents.REFRESH);
    this.#tellReaders(now);
    const typeEvent = state.type === (old?.state.type ?? INITIAL_TYPE) ? undefined : TYPE_EVENTS.get(state.type);
    if (typeEvent) this.#triggerAgent(typeEvent);
    this.#publishState(old?.state.name ?? INITIAL_NAME, state.name);
    if (old?.nextState?.name === nextState?.name) return;
    this.#triggerAgent(nextState?.name ? AgentEvents.ENQUEUED_NEXT_STATE : AgentEvents.CLEARED_NEXT_STATE);
  }

  #publishState(oldState: string, newState: string): void {
    if (oldState === newState) return;
    if (this.#isHeard(AgentEvents.STATE_CHANGE)) {
      this.#bus.trigger(AgentEvents.STATE_CHANGE, { agent: this.#presenter.agent(), oldState, newState });
    }
    if (this.#isErrorState(newState)) this.#triggerAgent(AgentEvents.ERROR);
    else if (newState === AFTER_CALL_WORK) this.#triggerAgent(AgentEvents.ACW);
  }

  /** New contacts first, then those that are gone, then those that stay, in the order of the old snapshot. */
  #publishContacts(before: IndexedSnapshot | null, now: IndexedSnapshot): void {
    const old = before?.contacts;
    for (const record of now.contacts.values()) {
      if (this.#current !== this.#publishing) return;
      const { contactId } = record.data;
      if (old?.has(contactId)) continue;
      this.#unended.add(contactId);
      if (this.#isHeard(ContactEvents.INIT)) {
        this.#bus.trigger(ContactEvents.INIT, this.#presenter.contact(contactId));
      }
      this.#publishTransition(INITIAL_TYPE, record.data);
    }
    if (!old) return;
    for (const record of old.values()) if (!now.contacts.has(record.data.contactId)) this.#publishRemoval(record);
    for (const { data } of old.values()) {
      const still = now.contacts.get(data.contactId);
      if (still) this.#publishTransition(data.state.type, still.data);
    }
  }

  #publishTransition(oldType: string, { contactId, state: { type } }: ContactData): void {
    if (type !== oldType) {
      const events = transitionEvents(oldType, type);
      if (events.length > 0 && isFinishedState(type)) this.#unended.delete(contactId);
      for (const event of events) if (this.#isNew(event, contactId)) this.#triggerContact(event, contactId);
    }
    this.#triggerContact(ContactEvents.REFRESH, contactId);
  }

  /** False if an event of which each contact has one was published before. */
  #isNew(event: ContactEventName, contactId: string): boolean {
    if (event !== ContactEvents.CONNECTED) return true;
    const isNew = !this.#connected.has(contactId);
    this.#connected.add(contactId);
    return isNew;
  }

  #publishRemoval(record: ContactRecord): void {
    const { contactId } = record.data;
    this.#connected.delete(contactId);
    const events = this.#unended.delete(contactId)
      ? [ContactEvents.ENDED, ContactEvents.DESTROYED]
      : [ContactEvents.DESTROYED];
    const last = this.#presenter.removedContact(record);
    for (const event of events) {
      for (const name of [event, getContactEventName(event, contactId)]) {
        if (this.#isHeard(name)) this.#bus.trigger(name, last);
      }
    }
    this.#unsubscribe(contactId);
  }

  #unsubscribe(contactId: string): void {
    for (const event of Object.values(ContactEvents)) {
      this.#bus.unsubscribeEvent(getContactEventName(event, contactId));
    }
  }

  #triggerAgent(event: string): void {
    if (this.#isHeard(event)) this.#bus.trigger(event, this.#presenter.agent());
  }

  #triggerContact(event: ContactEventName, contactId: string): void {
    if (this.#isHeard(event)) this.#bus.trigger(event, this.#presenter.contact(contactId));
    const ownEvent = `${event}::${contactId}`;
    if (this.#isHeard(ownEvent)) this.#bus.trigger(ownEvent, this.#presenter.contact(contactId));
  }

  /** True if an event has subscribers now; without any, its payload is not made. */
  #isHeard(event: string): boolean {
    return this.#current === this.#publishing && this.#bus.hasSubscribers(event);
  }
}

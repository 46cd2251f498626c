// One indexed snapshot of the agent: contacts and connections by id and by role, and the server's clock.
import type { AgentConfiguration, AgentData, AgentSnapshotData, ConnectionData, ContactData } from '../conduit/wire.js';

/** When data came, by both clocks of the page: one that can be set, and one that stands still while the computer sleeps. */
export interface Arrival {
  /** `Date.now()`. */
  readonly wall: number;
  /** `performance.now()`. */
  readonly steady: number;
}

/** Now, by both clocks. */
export const arrivalNow = (): Arrival => ({ wall: Date.now(), steady: performance.now() });

/** A connection of a contact. */
export class ConnectionRecord {
  constructor(
    readonly data: ConnectionData,
    readonly contact: ContactRecord,
  ) {}
}

/** Which of a contact's connections plays which part, as positions; -1 if none does. */
export interface ConnectionRoles {
  readonly initial: number;
  /** The agent's own, or that of a monitoring supervisor. */
  readonly agent: number;
  readonly thirdParties: readonly number[];
}

const OWN_TYPES: readonly string[] = ['agent', 'monitoring'];

/** A contact with its connections. Indexes are made when they are first asked for. */
export class ContactRecord {
  readonly data: ContactData;
  /** Server time minus page time at that moment, in milliseconds. */
  readonly skew: number;
  /** When it came. */
  readonly received: Arrival;
  /** The connections as users see them, in order. */
  handles: readonly object[] | undefined;
  #connections: readonly ConnectionRecord[] | undefined;
  #byId: ReadonlyMap<string, ConnectionRecord> | undefined;
  #roles: ConnectionRoles | undefined;

  constructor(data: ContactData, skew = 0, received: Arrival = arrivalNow()) {
    // A contact may come without a list of them.
    this.data = data.connections ? data : { ...data, connections: [] };
    this.skew = skew;
    this.received = received;
  }

  /** All connections, in order. */
  get connections(): readonly ConnectionRecord[] {
    return (this.#connections ??= this.data.connections.map((connection) => new ConnectionRecord(connection, this)));
  }

  /** The connection with this id, or undefined. */
  connection(connectionId: string): ConnectionRecord | undefined {
    this.#byId ??= new Map(this.connections.map((record) => [record.data.connectionId, record]));
    return this.#byId.get(connectionId);
  }

  /** Which connection plays which part. */
  get roles(): ConnectionRoles {
    const { connections } = this.data;
    return (this.#roles ??= {
      initial: connections.findIndex(({ initial }) => initial),
      agent: connections.findIndex(({ type }) => OWN_TYPES.includes(type)),
      thirdParties: [...connections.keys()].filter(
        (position) => !connections[position].initial && connections[position].type !== 'agent',
      ),
    });
  }
}

/** One update of the agent's data, for whoever shows all of it. It is read, not written to. */
export interface SnapshotUpdate {
  readonly agent: AgentSnapshotData;
  readonly configuration: AgentConfiguration;
  /** The contacts by id, in the order of the snapshot. */
  readonly contacts: ReadonlyMap<string, { readonly data: ContactData }>;
  /** Server time minus page time, in milliseconds. */
  readonly skew: number;
}

/** The agent as of one `agent::update`, indexed once and then only read. */
export class IndexedSnapshot implements SnapshotUpdate {
  readonly data: AgentData;
  /** When it came. */
  readonly received = arrivalNow();
  /** Contacts by id, in the order of the snapshot. */
  readonly contacts: ReadonlyMap<string, ContactRecord>;
  /** The contacts as users see them, in order. */
  handles: readonly object[] | undefined;
  #queueARNs: readonly string[] | undefined;

  constructor(data: AgentData) {
    this.data = data;
    const { skew, received } = this;
    const records = new Map<string, ContactRecord>();
    for (const contact of data.snapshot.contacts)
      records.set(contact.contactId, new ContactRecord(contact, skew, received));
    this.contacts = records;
  }

  get agent(): AgentSnapshotData {
    return this.data.snapshot;
  }

  get configuration(): AgentConfiguration {
    return this.data.configuration;
  }

  /** Server time minus page time, in milliseconds. docs/protocol.md, section 6.3. */
  get skew(): number {
    const { skew } = this.data.snapshot;
    return Number.isFinite(skew) ? skew! : 0;
  }

  /** ARNs of the routing profile's queues. */
  get queueARNs(): readonly string[] {
    const queues = this.configuration.routingProfile?.queues ?? [];
    return (this.#queueARNs ??= queues.map(({ queueARN }) => queueARN));
  }
}

/**
 * Milliseconds since a moment of the server's clock, as of now; never negative, 0 if the moment is not known.
 * @param moment a time that the service sent; what passes on its data as JSON makes text of it.
 * @param skew server time minus page time, in milliseconds. docs/protocol.md, section 6.3.
 * @param received when the data came. What has passed since then is told by the clock that has gone further: the other one was set
 *   back, or has slept.
 */
export function elapsedSince(moment: Date | undefined, skew: number, received: Arrival = arrivalNow()): number {
  const { wall, steady } = arrivalNow();
  const now = received.wall + Math.max(wall - received.wall, steady - received.steady);
  return Math.max(0, now - new Date(moment ?? NaN).getTime() + skew) || 0;
}

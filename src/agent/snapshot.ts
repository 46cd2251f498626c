// One indexed snapshot of the agent: contacts and connections by id, and the server's clock.
import type { AgentConfiguration, AgentData, AgentSnapshotData, ConnectionData, ContactData } from '../conduit/wire.js';

/** A contact with its connections by id. The index is made when a connection is first asked for. */
export class ContactRecord {
  readonly data: ContactData;
  #connections: ReadonlyMap<string, ConnectionData> | undefined;

  constructor(data: ContactData) {
    this.data = data;
  }

  /** The connection with this id, or undefined. */
  connection(connectionId: string): ConnectionData | undefined {
    this.#connections ??= new Map(this.data.connections.map((connection) => [connection.connectionId, connection]));
    return this.#connections.get(connectionId);
  }
}

/** The agent as of one `agent::update`, indexed once and then only read. */
export class IndexedSnapshot {
  readonly data: AgentData;
  /** Contacts by id, in the order of the snapshot. */
  readonly contacts: ReadonlyMap<string, ContactRecord>;

  constructor(data: AgentData) {
    this.data = data;
    this.contacts = new Map(data.snapshot.contacts.map((contact) => [contact.contactId, new ContactRecord(contact)]));
  }

  get agent(): AgentSnapshotData {
    return this.data.snapshot;
  }

  get configuration(): AgentConfiguration {
    return this.data.configuration;
  }

  /** Server time minus page time, in milliseconds. Protocol section 6.3. */
  get skew(): number {
    return this.data.snapshot.skew ?? 0;
  }

  /**
   * Milliseconds since a moment of the server's clock, as of now; never negative, 0 if the moment is not known.
   * @param moment a time that the service sent.
   */
  elapsedSince(moment: Date | undefined): number {
    const start = moment?.getTime() ?? NaN;
    return Number.isNaN(start) ? 0 : Math.max(0, Date.now() - start + this.skew);
  }
}

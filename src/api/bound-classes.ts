// The classes of one namespace, bound to its runtime, so that `new connect.Agent()` needs no more. Their names are those that
// pages see in stacks and in `constructor.name`.
import { ConnectionRecord, ContactRecord, IndexedSnapshot } from '../agent/snapshot.js';
import type { AgentData, ConnectionData, ContactData } from '../conduit/wire.js';
import { StateError } from '../errors/errors.js';
import { Agent as AnyAgent } from './agent.js';
import {
  BaseConnection as AnyConnection,
  ChatConnection as AnyChatConnection,
  EmailConnection as AnyEmailConnection,
  TaskConnection as AnyTaskConnection,
} from './connection.js';
import { Contact as AnyContact } from './contact.js';
import type { ApiContext } from './context.js';
import { SessionExpirationWarningManager as AnySessionExpirationWarningManager } from './session-expiration.js';
import { showData } from './shown-data.js';
import { VoiceConnection as AnyVoiceConnection } from './voice-connection.js';

type ConnectionClass<Instance> = new (contactId: string, connectionId: string, captured?: ConnectionRecord) => Instance;

/** What pages construct. */
export interface BoundClasses {
  /** Throws a StateError before the agent's data are there. Streams documentation, "Overview". */
  readonly Agent: new () => AnyAgent;
  /** An agent that keeps the data it is given; `agentData` are those data. */
  readonly AgentSnapshot: new (captured: AgentData) => AnyAgent & { readonly agentData: AgentData };
  /** Checks nothing: its getters throw a StateError if there is no such contact. Streams documentation, "Overview". */
  readonly Contact: new (contactId: string) => AnyContact;
  /** A contact that keeps the data it is given; `contactData` are those data. */
  readonly ContactSnapshot: new (
    captured: ContactData | ContactRecord,
  ) => AnyContact & { readonly contactData: ContactData };
  readonly BaseConnection: ConnectionClass<AnyConnection>;
  readonly Connection: ConnectionClass<AnyVoiceConnection>;
  readonly VoiceConnection: ConnectionClass<AnyVoiceConnection>;
  readonly ChatConnection: ConnectionClass<AnyChatConnection>;
  readonly TaskConnection: ConnectionClass<AnyTaskConnection>;
  readonly EmailConnection: ConnectionClass<AnyEmailConnection>;
  /** A connection that keeps the data it is given; `connectionData` are those data. */
  readonly SessionExpirationWarningManager: new () => AnySessionExpirationWarningManager;
  readonly ConnectionSnapshot: new (
    captured: ConnectionData,
  ) => AnyConnection & { readonly connectionData: ConnectionData };
}

/**
 * Makes the classes of one namespace.
 * @param context the runtime that their objects belong to.
 */
export function bindClasses(context: ApiContext<AnyAgent, AnyContact, AnyConnection>): BoundClasses {
  class Agent extends AnyAgent {
    constructor(captured?: IndexedSnapshot) {
      if (!captured && !context.data.hasData) throw new StateError('The agent is not yet initialized!');
      super(context, captured);
    }
  }
  class AgentSnapshot extends Agent {
    declare readonly agentData: AgentData;
    constructor(captured: AgentData) {
      // An index of its own: objects of a captured agent keep their data, those of the live agent follow each update.
      super(new IndexedSnapshot(captured));
      showData(this, 'agentData', captured);
    }
  }
  class Contact extends AnyContact {
    constructor(contactId: string, captured?: ContactRecord) {
      super(context, contactId, captured);
    }
  }
  class ContactSnapshot extends Contact {
    declare readonly contactData: ContactData;
    constructor(captured: ContactData | ContactRecord) {
      const record = ownRecord(captured);
      super(record.data.contactId, record);
      showData(this, 'contactData', record.data);
    }
  }
  class BaseConnection extends AnyConnection {
    constructor(contactId: string, connectionId: string, captured?: ConnectionRecord) {
      super(context, contactId, connectionId, captured);
    }

    /** Every connection is one, of whatever channel. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof AnyConnection;
    }
  }
  class ConnectionSnapshot extends BaseConnection {
    declare readonly connectionData: ConnectionData;
    constructor(captured: ConnectionData) {
      super('', captured.connectionId, recordOf(captured));
    }

    /** A snapshot of any class of connections is one: it keeps what its channel can do. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof AnyConnection && 'connectionData' in value;
    }
  }
  class VoiceConnection extends AnyVoiceConnection {
    constructor(contactId: string, connectionId: string, captured?: ConnectionRecord) {
      super(context, contactId, connectionId, captured);
    }
  }
  class ChatConnection extends AnyChatConnection {
    constructor(contactId: string, connectionId: string, captured?: ConnectionRecord) {
      super(context, contactId, connectionId, captured);
    }
  }
  class TaskConnection extends AnyTaskConnection {
    constructor(contactId: string, connectionId: string, captured?: ConnectionRecord) {
      super(context, contactId, connectionId, captured);
    }
  }
  class EmailConnection extends AnyEmailConnection {
    constructor(contactId: string, connectionId: string, captured?: ConnectionRecord) {
      super(context, contactId, connectionId, captured);
    }
  }
  class SessionExpirationWarningManager extends AnySessionExpirationWarningManager {
    constructor() {
      super(context);
    }
  }
  const classes = {
    Agent,
    AgentSnapshot,
    Contact,
    ContactSnapshot,
    BaseConnection,
    VoiceConnection,
    ChatConnection,
    TaskConnection,
    EmailConnection,
    ConnectionSnapshot,
    SessionExpirationWarningManager,
  };
  // Bundlers number classes of one name in several files.
  for (const [name, made] of Object.entries(classes)) Object.defineProperty(made, 'name', { value: name });
  return { ...classes, Connection: VoiceConnection };
}

/** A record of its own: objects of a captured contact keep their data, those of the live contact follow each update. */
function ownRecord(captured: ContactData | ContactRecord): ContactRecord {
  const { data = captured as ContactData, skew, received } = captured as Partial<ContactRecord>;
  return new ContactRecord(data, skew, received);
}

/** A record of a connection of which nothing but its own data are known. */
function recordOf(data: ConnectionData): ConnectionRecord {
  const { state, type } = data;
  return new ConnectionRecord(data, new ContactRecord({ contactId: '', type, state, connections: [data] }));
}

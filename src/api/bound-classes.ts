// The classes of one namespace, bound to its runtime, so that `new connect.Agent()` needs no more.
import { type ConnectionRecord, ContactRecord, IndexedSnapshot } from '../agent/snapshot.js';
import type { AgentData, ContactData } from '../conduit/wire.js';
import { StateError } from '../errors/errors.js';
import { Agent } from './agent.js';
import { ChatConnection, EmailConnection, TaskConnection, VoiceConnection } from './connection.js';
import { Contact } from './contact.js';
import type { ApiContext } from './context.js';

type ConnectionClass<Instance> = new (contactId: string, connectionId: string, captured?: ConnectionRecord) => Instance;

/** What pages construct. */
export interface BoundClasses {
  /** Throws a StateError before the agent's data are there. Document 000. */
  readonly Agent: new () => Agent;
  readonly AgentSnapshot: new (captured: AgentData) => Agent;
  /** Checks nothing: its getters throw a StateError if there is no such contact. Document 000. */
  readonly Contact: new (contactId: string) => Contact;
  readonly ContactSnapshot: new (captured: ContactData | ContactRecord) => Contact;
  readonly Connection: ConnectionClass<VoiceConnection>;
  readonly ChatConnection: ConnectionClass<ChatConnection>;
  readonly TaskConnection: ConnectionClass<TaskConnection>;
  readonly EmailConnection: ConnectionClass<EmailConnection>;
}

/**
 * Makes the classes of one namespace.
 * @param context the runtime that their objects belong to.
 */
export function bindClasses(context: ApiContext): BoundClasses {
  const bound = <Args extends unknown[], Instance extends object>(
    base: new (context: ApiContext, ...args: Args) => Instance,
  ) =>
    class extends (base as unknown as new (...args: unknown[]) => object) {
      constructor(...args: Args) {
        super(context, ...args);
      }
    } as new (...args: Args) => Instance;
  class BoundAgent extends Agent {
    constructor(captured?: IndexedSnapshot) {
      if (!captured && !context.data.hasData) throw new StateError('The agent is not yet initialized!');
      super(context, captured);
    }
  }
  const BoundContact = bound(Contact);
  return {
    Agent: BoundAgent,
    AgentSnapshot: class extends BoundAgent {
      constructor(captured: AgentData) {
        // An index of its own: objects of a captured agent keep their data, those of the live agent follow each update.
        super(new IndexedSnapshot(captured));
      }
    },
    Contact: BoundContact,
    ContactSnapshot: class extends BoundContact {
      constructor(captured: ContactData | ContactRecord) {
        const record = ownRecord(captured);
        super(record.data.contactId, record);
      }
    },
    Connection: bound(VoiceConnection),
    ChatConnection: bound(ChatConnection),
    TaskConnection: bound(TaskConnection),
    EmailConnection: bound(EmailConnection),
  };
}

/** A record of its own: objects of a captured contact keep their data, those of the live contact follow each update. */
function ownRecord(captured: ContactData | ContactRecord): ContactRecord {
  const { data = captured as ContactData, skew, received } = captured as Partial<ContactRecord>;
  return new ContactRecord(data, skew, received);
}

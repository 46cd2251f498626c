// Composes what `agent::update` carries out of a snapshot and a configuration. docs/protocol.md, section 4.5.
import type { AgentConfiguration, AgentSnapshotData, ContactData, Queue } from '../../conduit/wire.js';

const withQueueId = (queue: Queue): Queue => ({ ...queue, queueId: queue.queueARN });

function composeContact(contact: ContactData): ContactData {
  return {
    ...contact,
    status: contact.state,
    queue: contact.queue && withQueueId(contact.queue),
    connections: contact.connections.map((connection) => ({ ...connection, address: connection.endpoint })),
  };
}

/**
 * Adds what the worker knows to a snapshot.
 * @param snapshot as the service gave it.
 * @param localTimestamp when it came, in the worker's epoch milliseconds.
 * @returns a snapshot with the aliases, the clock skew, and the contacts in the order of their state's time.
 */
export function composeSnapshot(snapshot: AgentSnapshotData, localTimestamp: number): AgentSnapshotData {
  const serverTime = snapshot.snapshotTimestamp?.getTime() ?? localTimestamp;
  const contacts = snapshot.contacts.map(composeContact);
  contacts.sort((one, other) => one.state.timestamp.getTime() - other.state.timestamp.getTime());
  return { ...snapshot, contacts, status: snapshot.state, localTimestamp, skew: serverTime - localTimestamp };
}

/** Adds the aliases of ARNs to a configuration. */
export function composeConfiguration(configuration: AgentConfiguration): AgentConfiguration {
  const { routingProfile } = configuration;
  return {
    ...configuration,
    routingProfile: {
      ...routingProfile,
      routingProfileId: routingProfile.routingProfileARN,
      defaultOutboundQueue: withQueueId(routingProfile.defaultOutboundQueue),
      queues: routingProfile.queues?.map(withQueueId),
    },
  };
}

// Writes contacts as the service shows them: the members of recorded snapshots, times with the server's skew.
import type { AgentSnapshotData, AgentState, ConnectionData, ContactData, TimedState } from '../../conduit/wire.js';
import type { ConnectionModel, ContactModel, StateModel } from './contact-model.js';
import type { VirtualClock } from './virtual-clock.js';

const SUBTYPES = {
  voice: 'Telephony',
  queue_callback: 'Telephony',
  chat: 'Chat',
  task: 'Task',
  email: 'Email',
} as const;

/** What the service knew at one moment; no later change touches it. */
export interface ServiceMoment {
  readonly agent: { name: string; type: string; agentStateARN?: string | null; since: number };
  readonly availability: { name: string; since: number };
  readonly nextState: AgentState | null;
  readonly contacts: readonly ContactModel[];
}

/** A copy of a contact that later changes do not touch. */
export function keepContact(contact: ContactModel): ContactModel {
  return {
    ...contact,
    connections: contact.connections.map((connection) => ({ ...connection })),
    attributes: { ...contact.attributes },
    stopRinging: null,
  };
}

function writeConnection(clock: VirtualClock, connection: ConnectionModel): ConnectionData {
  const { monitoringInfo, monitorMode } = connection;
  return {
    chatMediaInfo: connection.chatMediaInfo,
    connectionId: connection.connectionId,
    endpoint: connection.endpoint,
    initial: connection.initial,
    monitoringInfo: monitoringInfo && {
      agent: { agentName: monitoringInfo.agentName },
      joinTimeStamp: clock.shown(monitoringInfo.joined),
    },
    mute: connection.mute,
    quickConnectName: connection.quickConnectName,
    softphoneMediaInfo: connection.softphoneMediaInfo,
    state: writeState(clock, connection.state),
    type: connection.type,
    ...(connection.capabilities && { capabilities: connection.capabilities }),
    ...(monitorMode && { monitorCapabilities: ['SILENT_MONITOR', 'BARGE'], monitorStatus: monitorMode }),
  };
}

function writeState(clock: VirtualClock, { type, since }: StateModel): TimedState {
  return { timestamp: clock.shown(since), type };
}

/** A contact as the service shows it. */
export function writeContact(clock: VirtualClock, contact: ContactModel): ContactData {
  return {
    attributes: Object.fromEntries(Object.entries(contact.attributes).map(([name, value]) => [name, { name, value }])),
    channelContext: contact.channelContext,
    connections: contact.connections.map((connection) => writeConnection(clock, connection)),
    contactDuration: String(Math.max(0, Math.floor((clock.now() - contact.begun) / 1000))),
    contactFeatures: contact.contactFeatures,
    contactId: contact.contactId,
    description: contact.description,
    initialContactId: contact.initialContactId,
    initiationMethod: contact.initiationMethod,
    name: contact.name,
    queue: contact.queue,
    queueTimestamp: contact.queued === null ? null : clock.shown(contact.queued),
    references: contact.references,
    segmentAttributes: {
      'connect:Subtype': { ValueString: `connect:${SUBTYPES[contact.type]}` },
      ...contact.segmentAttributes,
      ...(contact.isAuthenticated && {
        'connect:CustomerAuthentication': { ValueMap: { Status: { ValueString: 'AUTHENTICATED' } } },
      }),
    },
    state: writeState(clock, contact.state),
    type: contact.type,
    ...(contact.relatedContactId && { relatedContactId: contact.relatedContactId }),
  };
}

/** A moment as a snapshot. It bears the time at which it is written, so that a late reader computes the skew right. */
export function writeSnapshot(clock: VirtualClock, moment: ServiceMoment): AgentSnapshotData {
  const { agent, availability, nextState, contacts } = moment;
  return {
    agentAvailabilityState: { state: availability.name, timeStamp: clock.shown(availability.since) },
    contacts: contacts.map((contact) => writeContact(clock, contact)),
    nextState,
    snapshotTimestamp: clock.shown(clock.now()),
    state: {
      agentStateARN: agent.agentStateARN ?? null,
      name: agent.name,
      startTimestamp: clock.shown(agent.since),
      type: agent.type,
    },
  };
}

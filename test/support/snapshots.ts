// Agent data for tests: recorded snapshots of every channel, and makers of small ones. Each call makes new objects.
import type {
  AgentConfiguration,
  AgentData,
  AgentSnapshotData,
  ConnectionData,
  ContactData,
  WireEndpoint,
} from '../../src/conduit/wire.js';

/** A moment, from seconds since 1970. */
const at = (seconds: number): Date => new Date(Math.round(seconds * 1000));

const VOICE_FEATURES = { attachmentsEnabled: null, messagingMarkdownEnabled: null, multiPartyConferenceEnabled: false };
const BASIC_QUEUE = { name: 'BasicQueue', queueARN: 'redacted' };
const AVAILABLE = () => ({ state: 'Available', timeStamp: at(1646311432.223) });

const endpoint = (fields: WireEndpoint): WireEndpoint => ({
  agentLogin: null,
  endpointARN: null,
  name: null,
  phoneNumber: null,
  queue: null,
  ...fields,
});

const softphone = (callType: string) => ({
  autoAccept: false,
  callConfigJson: 'redacted',
  callContextToken: 'redacted',
  callType,
  mediaLegContextToken: 'redacted',
});

const connection = (fields: ConnectionData): ConnectionData => ({
  chatMediaInfo: null,
  monitoringInfo: null,
  quickConnectName: null,
  softphoneMediaInfo: null,
  ...fields,
});

const contact = (fields: ContactData): ContactData => ({
  attributes: {},
  channelContext: null,
  contactDuration: '0',
  contactFeatures: null,
  description: null,
  initiationMethod: null,
  name: null,
  queueTimestamp: null,
  references: null,
  ...fields,
});

/** Recorded from a real service. docs/protocol.md, section 6.2. */
export const recorded = {
  noContacts: () => ({
    contacts: [],
    nextState: null,
    snapshotTimestamp: at(1646368813.952),
    state: { agentStateARN: null, name: 'PendingBusy', startTimestamp: at(1646368813.952), type: 'system' },
    agentAvailabilityState: AVAILABLE(),
  }),
  inboundVoiceContactSoftphone: () => ({
    contacts: [
      contact({
        connections: [
          connection({
            connectionId: '0532c53a-4fae-4d5a-a42f-8028f4063bda',
            endpoint: endpoint({ type: 'agent' }),
            initial: false,
            mute: false,
            softphoneMediaInfo: softphone('audio_only'),
            state: { timestamp: at(1646369082.782), type: 'connecting' },
            type: 'agent',
          }),
          connection({
            connectionId: '480acd08-2ff9-454a-83cc-af76a764ec45',
            endpoint: endpoint({ phoneNumber: 'redacted', type: 'phone_number' }),
            initial: true,
            mute: false,
            state: { timestamp: at(1646369082.782), type: 'connected' },
            type: 'inbound',
          }),
        ],
        contactFeatures: VOICE_FEATURES,
        contactId: 'f21dcc79-63e3-46e5-bb29-0ac15f64227e',
        initialContactId: 'f21dcc79-63e3-46e5-bb29-0ac15f64227e',
        queue: BASIC_QUEUE,
        queueTimestamp: at(1646369081.985),
        state: { timestamp: at(1646369082.782), type: 'connecting' },
        type: 'voice',
      }),
    ],
    nextState: null,
    snapshotTimestamp: at(1646369082.783),
    state: { agentStateARN: null, name: 'PendingBusy', startTimestamp: at(1646369082.783), type: 'system' },
    agentAvailabilityState: AVAILABLE(),
  }),
  inboundVoiceContactDeskphone: () => ({
    contacts: [
      contact({
        connections: [
          connection({
            connectionId: '4e4c86b2-748d-44d3-b244-35c68eafdcba',
            endpoint: endpoint({ type: 'agent' }),
            initial: false,
            mute: false,
            state: { timestamp: at(1646405876.49), type: 'connecting' },
            type: 'agent',
          }),
          connection({
            connectionId: 'a85df766-4aa8-4a03-a25a-07b5c3325476',
            endpoint: endpoint({ phoneNumber: 'redacted', type: 'phone_number' }),
            initial: true,
            mute: false,
            state: { timestamp: at(1646405876.49), type: 'connected' },
            type: 'inbound',
          }),
        ],
        contactFeatures: VOICE_FEATURES,
        contactId: '5a39b8f1-0649-49bf-93aa-d2ee2d46311f',
        initialContactId: '5a39b8f1-0649-49bf-93aa-d2ee2d46311f',
        queue: BASIC_QUEUE,
        queueTimestamp: at(1646405875.944),
        state: { timestamp: at(1646405876.49), type: 'connecting' },
        type: 'voice',
      }),
    ],
    nextState: null,
    snapshotTimestamp: at(1646405876.49),
    state: { agentStateARN: null, name: 'PendingBusy', startTimestamp: at(1646405876.49), type: 'system' },
    agentAvailabilityState: AVAILABLE(),
  }),
  monitoringVoiceContact: () => ({
    contacts: [
      contact({
        connections: [
          connection({
            connectionId: 'f207df03-a733-4947-ab75-93fa3f50746c',
            endpoint: null,
            initial: true,
            mute: null,
            softphoneMediaInfo: softphone('none'),
            state: { timestamp: at(1646406571.697), type: 'connected' },
            type: 'monitoring',
          }),
        ],
        contactDuration: '110',
        contactFeatures: VOICE_FEATURES,
        contactId: 'f207df03-a733-4947-ab75-93fa3f50746c',
        initialContactId: null,
        queue: null,
        state: { timestamp: at(1646406571.697), type: 'connected' },
        type: 'voice',
      }),
    ],
    nextState: null,
    snapshotTimestamp: at(1646406656.698),
    state: { agentStateARN: null, name: 'Available', startTimestamp: at(1646311432.698), type: 'routable' },
    agentAvailabilityState: AVAILABLE(),
  }),
  outboundVoiceContact: () => ({
    contacts: [
      contact({
        connections: [
          connection({
            connectionId: '6bbeb872-94b4-4e74-b925-7a9280ea4708',
            endpoint: endpoint({ type: 'agent' }),
            initial: false,
            mute: false,
            softphoneMediaInfo: softphone('audio_only'),
            state: { timestamp: at(1646407076.859), type: 'connecting' },
            type: 'agent',
          }),
          connection({
            connectionId: '7015d4fe-6f87-431b-96f7-931ccbcb5968',
            endpoint: endpoint({ phoneNumber: '+13474295233', type: 'phone_number' }),
            initial: true,
            mute: false,
            state: { timestamp: at(1646407083.859), type: 'connected' },
            type: 'outbound',
          }),
        ],
        contactDuration: '9',
        contactFeatures: VOICE_FEATURES,
        contactId: '6de25463-a7c4-4184-9098-26f0ff58bfb7',
        initialContactId: '6de25463-a7c4-4184-9098-26f0ff58bfb7',
        queue: BASIC_QUEUE,
        queueTimestamp: at(1646407074.409),
        state: { timestamp: at(1646407074.859), type: 'connecting' },
        type: 'voice',
      }),
    ],
    nextState: null,
    snapshotTimestamp: at(1646407083.859),
    state: { agentStateARN: null, name: 'CallingCustomer', startTimestamp: at(1646407074.859), type: 'system' },
    agentAvailabilityState: AVAILABLE(),
  }),
  queuedCallbackContactIncoming: () => ({
    contacts: [
      contact({
        attributes: { greetingPlayed: { name: 'greetingPlayed', value: 'true' } },
        connections: [
          connection({
            connectionId: '7a58a1a2-0182-4682-a26f-0a007c45d3b3_b7b7d757-1bf0-4e34-ac69-580bccf281de',
            endpoint: endpoint({ type: 'agent' }),
            initial: false,
            mute: null,
            state: { timestamp: at(1646433490.033), type: 'connecting' },
            type: 'agent',
          }),
          connection({
            connectionId: 'b7b7d757-1bf0-4e34-ac69-580bccf281de',
            endpoint: endpoint({ phoneNumber: 'redacted', type: 'phone_number' }),
            initial: true,
            mute: null,
            state: { timestamp: at(1646433485.033), type: 'connected' },
            type: 'inbound',
          }),
        ],
        contactId: 'b7b7d757-1bf0-4e34-ac69-580bccf281de',
        initialContactId: 'ffd68742-0b80-41f2-ba9d-b09b1627b792',
        queue: BASIC_QUEUE,
        state: { timestamp: at(1646433490.033), type: 'incoming' },
        type: 'queue_callback',
      }),
    ],
    nextState: null,
    snapshotTimestamp: at(1646433490.033),
    state: { agentStateARN: null, name: 'Pending', startTimestamp: at(1646311433.033), type: 'not_routable' },
    agentAvailabilityState: AVAILABLE(),
  }),
  queuedCallbackContactConnecting: () => ({
    contacts: [
      contact({
        attributes: { greetingPlayed: { name: 'greetingPlayed', value: 'true' } },
        connections: [
          connection({
            connectionId: '266c3a79-1935-440f-b89f-7cbb7c8aec2a',
            endpoint: endpoint({ type: 'agent' }),
            initial: false,
            mute: false,
            softphoneMediaInfo: softphone('none'),
            state: { timestamp: at(1646433497.026), type: 'connecting' },
            type: 'agent',
          }),
          connection({
            connectionId: 'eec787d7-3c91-473a-a512-00a96eb33d5c',
            endpoint: endpoint({ phoneNumber: 'redacted', type: 'phone_number' }),
            initial: true,
            mute: false,
            state: { timestamp: at(1646433497.026), type: 'connecting' },
            type: 'inbound',
          }),
        ],
        contactFeatures: VOICE_FEATURES,
        contactId: 'b7b7d757-1bf0-4e34-ac69-580bccf281de',
        initialContactId: 'ffd68742-0b80-41f2-ba9d-b09b1627b792',
        queue: BASIC_QUEUE,
        state: { timestamp: at(1646433497.026), type: 'connecting' },
        type: 'queue_callback',
      }),
    ],
    nextState: null,
    snapshotTimestamp: at(1646433497.026),
    state: { agentStateARN: null, name: 'CallingCustomer', startTimestamp: at(1646433497.026), type: 'system' },
    agentAvailabilityState: AVAILABLE(),
  }),
  chatContact: () => ({
    contacts: [
      contact({
        connections: [
          connection({
            chatMediaInfo: { chatAutoAccept: false, connectionData: 'redacted', customerName: null },
            connectionId: '0bb74291-f9b5-43c0-8921-2d8a2ff7bb4d',
            endpoint: endpoint({ type: 'agent' }),
            initial: false,
            mute: null,
            state: { timestamp: at(1646436970.065), type: 'connecting' },
            type: 'agent',
          }),
          connection({
            chatMediaInfo: { chatAutoAccept: null, connectionData: null, customerName: 'Customer' },
            connectionId: '3022e174-ca20-4a54-919f-2257ddf68b9b',
            endpoint: null,
            initial: true,
            mute: null,
            state: { timestamp: at(1646436964.065), type: 'connected' },
            type: 'inbound',
          }),
        ],
        contactFeatures: {
          attachmentsEnabled: false,
          messagingMarkdownEnabled: false,
          multiPartyConferenceEnabled: null,
        },
        contactId: '2de777aa-2141-450e-8de0-5761ecdf952f',
        initialContactId: null,
        queue: BASIC_QUEUE,
        state: { timestamp: at(1646436970.065), type: 'connecting' },
        type: 'chat',
      }),
    ],
    nextState: null,
    snapshotTimestamp: at(1646436970.065),
    state: { agentStateARN: null, name: 'Available', startTimestamp: at(1646311433.065), type: 'routable' },
    agentAvailabilityState: AVAILABLE(),
  }),
  taskContact: () => ({
    contacts: [
      contact({
        channelContext: { scheduledTime: null, taskTemplateId: null, taskTemplateVersion: null },
        connections: [
          connection({
            connectionId: '43e1dbbb-09a9-4c37-946c-c66c2b5b2782',
            endpoint: null,
            initial: true,
            mute: null,
            state: { timestamp: at(1646436838.161), type: 'connecting' },
            type: 'agent',
          }),
        ],
        contactId: 'bcd20512-99dc-4bf7-a42e-2ff6cea344cc',
        initialContactId: null,
        initiationMethod: 'api',
        name: 'test',
        queue: BASIC_QUEUE,
        queueTimestamp: at(1646436834.698),
        references: {},
        state: { timestamp: at(1646436838.404), type: 'connecting' },
        type: 'task',
      }),
    ],
    nextState: null,
    snapshotTimestamp: at(1646436838.413),
    state: { agentStateARN: null, name: 'Available', startTimestamp: at(1646311432.413), type: 'routable' },
    agentAvailabilityState: AVAILABLE(),
  }),
} satisfies Record<string, () => AgentSnapshotData>;

/** Name of a recorded snapshot. */
export type RecordedName = keyof typeof recorded;

/** ARN of the instance in {@link agentData}. */
export const INSTANCE_ARN = 'arn:aws:connect:us-west-2:123456789012:instance/0f7d1c9a-92ce-4c5f-a9a5-6d2f6b0e8a11';

/** A configuration; parts of it can be given. */
export function configuration(part: Partial<AgentConfiguration> = {}): AgentConfiguration {
  const queue = (name: string) => ({
    name,
    queueARN: `${INSTANCE_ARN}/queue/${name}`,
    queueId: `${INSTANCE_ARN}/queue/${name}`,
  });
  return {
    name: 'Jane Doe',
    username: 'jane',
    softphoneEnabled: true,
    softphoneAutoAccept: false,
    extension: '+12065550199',
    routingProfile: {
      name: 'Basic',
      routingProfileARN: `${INSTANCE_ARN}/routing-profile/basic`,
      routingProfileId: `${INSTANCE_ARN}/routing-profile/basic`,
      defaultOutboundQueue: queue('outbound'),
      channelConcurrencyMap: { VOICE: 1, CHAT: 3, TASK: 2 },
      queues: [queue('outbound'), queue('support')],
    },
    agentPreferences: { LANGUAGE: 'en_US' },
    agentARN: `${INSTANCE_ARN}/agent/jane-id`,
    permissions: ['outboundCall', 'voiceId'],
    dialableCountries: ['us', 'de'],
    agentStates: [
      { agentStateARN: `${INSTANCE_ARN}/agent-state/available`, type: 'routable', name: 'Available' },
      { agentStateARN: `${INSTANCE_ARN}/agent-state/lunch`, type: 'not_routable', name: 'Lunch' },
      { agentStateARN: `${INSTANCE_ARN}/agent-state/offline`, type: 'offline', name: 'Offline' },
    ],
    ...part,
  };
}

/** The data of an `agent::update`: an available agent without contacts, unless said otherwise. */
export function agentData(
  snapshot: Partial<AgentSnapshotData> = {},
  settings: Partial<AgentConfiguration> = {},
): AgentData {
  return {
    snapshot: {
      state: {
        agentStateARN: `${INSTANCE_ARN}/agent-state/available`,
        type: 'routable',
        name: 'Available',
        startTimestamp: new Date(),
      },
      nextState: null,
      agentAvailabilityState: AVAILABLE(),
      contacts: [],
      snapshotTimestamp: new Date(),
      localTimestamp: Date.now(),
      skew: 0,
      ...snapshot,
    },
    configuration: configuration(settings),
  };
}

/** The data of an `agent::update` with a recorded snapshot. */
export const recordedData = (name: RecordedName): AgentData => agentData(recorded[name]());

/** A call with the agent's and the customer's leg, in a state. */
export function voiceContact(contactId: string, state: string, fields: Partial<ContactData> = {}): ContactData {
  const timestamp = new Date();
  return contact({
    contactId,
    initialContactId: null,
    type: 'voice',
    state: { type: state, timestamp },
    queue: { name: 'support', queueARN: `${INSTANCE_ARN}/queue/support` },
    connections: [
      connection({
        connectionId: `${contactId}-agent`,
        endpoint: endpoint({ type: 'agent' }),
        state: { type: 'connected', timestamp },
        type: 'agent',
        initial: false,
        softphoneMediaInfo: softphone('audio_only'),
      }),
      connection({
        connectionId: `${contactId}-customer`,
        endpoint: endpoint({ type: 'phone_number', phoneNumber: '+12065550100' }),
        state: { type: 'connected', timestamp },
        type: 'inbound',
        initial: true,
      }),
    ],
    ...fields,
  });
}

// Agent data such as a CCP sends, of a usual size: two connections and three attributes for each contact.

const REGION = 'arn:aws:connect:us-west-2:123456789012:instance/4c3bd2f6-6d7b-4b5e-9c14-0b0d8f6f2a11';

/** A UUID that a number stands in. */
const uuid = (number, group = '4000') => `7e1c0d5a-9b1f-${group}-8a2e-${String(number).padStart(12, '0')}`;

const queue = (number) => {
  const queueARN = `${REGION}/queue/${uuid(number, '4001')}`;
  return { queueARN, queueId: queueARN, name: `Queue ${number}` };
};

const agentState = (type, name) => ({
  agentStateARN: `${REGION}/agent-state/${name}`,
  type,
  name,
  startTimestamp: new Date(),
});

const connection = (number, type, initial, endpoint) => ({
  connectionId: uuid(number, type === 'agent' ? '4002' : '4003'),
  type,
  initial,
  endpoint,
  address: endpoint,
  state: { type: 'connected', timestamp: new Date() },
  mute: false,
  forcedMute: false,
  quickConnectName: null,
  monitoringInfo: null,
  chatMediaInfo: null,
  softphoneMediaInfo:
    type === 'agent'
      ? { callType: 'audio_only', autoAccept: false, mediaLegContextToken: 'x'.repeat(64), callContextToken: null }
      : null,
});

/** A contact in a state; `number` makes its ids. */
export function contact(number, stateType = 'connected') {
  const state = { type: stateType, timestamp: new Date() };
  return {
    contactId: uuid(number),
    initialContactId: null,
    type: 'voice',
    state,
    status: state,
    queue: queue(1),
    queueTimestamp: new Date(),
    connections: [
      connection(number, 'agent', false, { type: 'agent', agentLogin: 'agent', name: null, phoneNumber: null }),
      connection(number, 'inbound', true, { type: 'phone_number', phoneNumber: '+12065550100', name: null }),
    ],
    attributes: Object.fromEntries(['tier', 'language', 'orderId'].map((name) => [name, { name, value: `${number}` }])),
    contactDuration: '0',
    name: null,
    description: null,
    references: null,
    initiationMethod: 'inbound',
    contactFeatures: { attachmentsEnabled: false, multiPartyConferenceEnabled: false },
    channelContext: null,
    segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    contactAssociationId: uuid(number, '4004'),
  };
}

/** What an `agent::update` carries. */
export function agentData(contacts) {
  const state = agentState('routable', 'Available');
  const queues = [1, 2, 3].map(queue);
  return {
    snapshot: {
      state,
      status: state,
      nextState: null,
      agentAvailabilityState: { state: 'Available', timeStamp: new Date() },
      contacts,
      snapshotTimestamp: new Date(),
      localTimestamp: Date.now(),
      skew: 0,
    },
    configuration: {
      name: 'Agent',
      username: 'agent',
      softphoneEnabled: true,
      softphoneAutoAccept: false,
      extension: '',
      routingProfile: {
        name: 'Profile',
        routingProfileARN: `${REGION}/routing-profile/${uuid(1, '4005')}`,
        routingProfileId: `${REGION}/routing-profile/${uuid(1, '4005')}`,
        defaultOutboundQueue: queues[0],
        channelConcurrencyMap: { VOICE: 1, CHAT: 10, TASK: 10 },
        queues,
      },
      agentPreferences: { LANGUAGE: 'en_US' },
      agentARN: `${REGION}/agent/${uuid(1, '4006')}`,
      permissions: ['outboundCall', 'voiceId'],
      dialableCountries: ['us', 'de'],
      agentStates: [state, agentState('not_routable', 'Break'), agentState('offline', 'Offline')],
    },
  };
}

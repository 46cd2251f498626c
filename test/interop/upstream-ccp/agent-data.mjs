// The made-up agent of the CTI backend: states, queues, routing profile, endpoints, in the service's own shape.

const instance = 'arn:aws:connect:us-west-2:123456789012:instance/0a1b2c3d-1111-4222-8333-444455556666';

export const region = 'us-west-2';

export const agentStates = [
  {
    agentStateARN: `${instance}/agent-state/00000000-0000-4000-8000-000000000001`,
    type: 'routable',
    name: 'Available',
  },
  {
    agentStateARN: `${instance}/agent-state/00000000-0000-4000-8000-000000000002`,
    type: 'not_routable',
    name: 'Lunch',
  },
  { agentStateARN: `${instance}/agent-state/00000000-0000-4000-8000-000000000003`, type: 'offline', name: 'Offline' },
];

export const queues = [
  { queueARN: `${instance}/queue/00000000-0000-4000-8000-000000000011`, name: 'BasicQueue' },
  { queueARN: `${instance}/queue/00000000-0000-4000-8000-000000000012`, name: 'Sales' },
];

// The agent's own queue: upstream finds the agent's id for its log in such an ARN.
const agentQueue = { queueARN: `${instance}/queue/agent/00000000-0000-4000-8000-000000000021`, name: null };

export const routingProfileQueues = [...queues, agentQueue];

export const permissions = ['outboundCall', 'voiceId', 'chat', 'task'];

export const countryCodes = ['us', 'de', 'gb'];

export const createConfiguration = () => ({
  agentPreferences: { LANGUAGE: 'en_US' },
  extension: '+12065550100',
  name: 'Jo Doe',
  username: 'jdoe',
  agentARN: `${instance}/agent/00000000-0000-4000-8000-000000000021`,
  softphoneEnabled: true,
  softphoneAutoAccept: false,
  routingProfile: {
    name: 'Basic Routing Profile',
    routingProfileARN: `${instance}/routing-profile/00000000-0000-4000-8000-000000000031`,
    defaultOutboundQueue: queues[0],
    channelConcurrencyMap: { VOICE: 1, CHAT: 3, TASK: 5 },
  },
});

const endpoint = (id, members) => ({
  endpointARN: `${instance}/transfer-destination/${id}`,
  phoneNumber: null,
  agentLogin: null,
  queue: null,
  ...members,
});

export const endpoints = [
  endpoint('00000000-0000-4000-8000-000000000041', { type: 'agent', name: 'Ann', agentLogin: 'ann' }),
  endpoint('00000000-0000-4000-8000-000000000042', {
    type: 'phone_number',
    name: 'Front desk',
    phoneNumber: '+12065550123',
  }),
  endpoint('00000000-0000-4000-8000-000000000043', { type: 'queue', name: 'Sales', queue: queues[1] }),
];

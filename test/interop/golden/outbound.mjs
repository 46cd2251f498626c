// What is heard of calls that the agent makes, and of calls of more than two.
import { cleared, ended } from './lines.mjs';

const GONE = 'agent:disconnected outbound:disconnected';
const ALL_GONE = `${GONE} outbound:disconnected`;

const calling = [
  'agent.onStateChange Available>CallingCustomer',
  'contact voice connecting | agent:connecting outbound:connecting',
  'contact.onConnecting connecting | agent:connecting outbound:connecting',
];

const reached = {
  'the agent calls': calling,
  'the customer answers': [
    'agent.onStateChange CallingCustomer>Busy',
    'contact.onConnected connected | agent:connected outbound:connected',
  ],
};

export default {
  'outbound: answered': {
    ...reached,
    'the customer hangs up': ended(GONE),
    'the agent clears': cleared('AfterCallWork', 'ended', GONE),
  },

  'outbound: nobody answers': {
    'the agent calls': calling,
    'the customer hangs up': [
      'agent.onStateChange CallingCustomer>FailedConnectCustomer',
      'agent.onError FailedConnectCustomer',
      `contact.onError error | ${GONE}`,
      `contact.onMissed error | ${GONE}`,
      `contact.onEnded error | ${GONE}`,
    ],
    'the agent clears': cleared('FailedConnectCustomer', 'error', GONE),
  },

  'outbound: the agent gives up': {
    'the agent calls': calling,
    'the agent hangs up': ended(GONE, 'CallingCustomer'),
    'the agent clears': cleared('AfterCallWork', 'ended', GONE),
  },

  'outbound: a conference': {
    ...reached,
    'the agent calls a third party': [
      'contact.onRefresh connected | agent:connected outbound:hold outbound:connecting',
    ],
    'the third party answers': ['contact.onRefresh connected | agent:connected outbound:hold outbound:connected'],
    'the agent swaps': ['contact.onRefresh connected | agent:connected outbound:connected outbound:hold'],
    'the agent joins all': ['contact.onRefresh connected | agent:connected outbound:connected outbound:connected'],
    'the third party hangs up': [
      'contact.onRefresh connected | agent:connected outbound:connected outbound:disconnected',
    ],
    'the customer hangs up': ended(ALL_GONE),
    'the agent clears': cleared('AfterCallWork', 'ended', ALL_GONE),
  },

  'outbound: the call fails': {
    ...reached,
    'it fails': [
      'agent.onStateChange Busy>RealtimeCommunicationError',
      'agent.onError RealtimeCommunicationError',
      `contact.onError error | ${GONE}`,
      `contact.onEnded error | ${GONE}`,
    ],
    'the agent clears': cleared('RealtimeCommunicationError', 'error', GONE),
  },
};

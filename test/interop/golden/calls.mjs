// What is heard of calls and of queued callbacks: the same from the moment when the customer is on the line.
import { destroyed } from './differences.mjs';
import { answered, cleared, ended, missed, ringing } from './lines.mjs';

const RINGING = 'agent:connecting inbound:connected';
const TALKING = 'agent:connected inbound:connected';
const HELD = 'agent:connected inbound:hold';
const GONE = 'agent:disconnected inbound:disconnected';
const HANDED_OVER = 'agent:disconnected inbound:connected outbound:connected';

const hungUp = { 'the agent hangs up': ended(GONE), 'the agent clears': cleared('AfterCallWork', 'ended', GONE) };

const held = {
  'the agent puts the customer on hold': [`contact.onRefresh connected | ${HELD}`],
  'the agent resumes': [`contact.onRefresh connected | ${TALKING}`],
};

const transferred = {
  'the agent calls a third party': [`contact.onRefresh connected | ${HELD} outbound:connecting`],
  'the third party answers': [`contact.onRefresh connected | ${HELD} outbound:connected`],
  'the agent leaves': ended(HANDED_OVER),
  'the agent clears': cleared('AfterCallWork', 'ended', HANDED_OVER),
};

/** The endings of a call that is offered with these lines, in this state of the agent, and taken with those. */
const endings = (channel, { type, offered, offeredIn, taken }) => ({
  [`${channel}: answered`]: { 'it is offered': offered, ...taken, ...held, ...hungUp },
  [`${channel}: missed`]: {
    'it is missed': [...offered, ...missed(offeredIn, GONE)],
    'the agent clears': cleared('MissedCallAgent', 'missed', GONE),
  },
  [`${channel}: rejected`]: {
    'it is offered': offered,
    'the agent rejects': [
      'agent.onRoutable Available',
      `agent.onStateChange ${offeredIn}>Available`,
      `contact.onEnded rejected | ${GONE}`,
      `contact.onMissed rejected | ${GONE}`,
    ],
    'the agent clears': [destroyed('rejected', GONE)],
  },
  [`${channel}: transferred`]: { 'it is offered': offered, ...taken, ...transferred },
  [`${channel}: the customer gives up`]: {
    'it is offered': offered,
    'the customer hangs up': missed(offeredIn, GONE),
    'the agent clears': cleared('MissedCallAgent', 'missed', GONE),
  },
  [`${channel}: the customer hangs up`]: {
    'it is offered': offered,
    ...taken,
    'the customer hangs up': ended(GONE),
    'the agent clears': cleared('AfterCallWork', 'ended', GONE),
  },
  [`${channel}: the CCP loads again`]: { 'it is offered': offered, ...taken, ...hungUp },
  [`${channel}: the page loads again`]: {
    'it is offered': offered,
    ...taken,
    'the page loads': [
      'agent Busy',
      'agent.onStateChange Init>Busy',
      `contact ${type} connected | ${TALKING}`,
      `contact.onConnected connected | ${TALKING}`,
    ],
    ...hungUp,
  },
});

const voice = endings('voice', {
  type: 'voice',
  offeredIn: 'PendingBusy',
  offered: ringing,
  taken: { 'the agent accepts': answered },
});

const callback = endings('callback', {
  type: 'queue_callback',
  offeredIn: 'Pending',
  offered: [
    'agent.onNotRoutable Pending',
    'agent.onStateChange Available>Pending',
    `contact queue_callback incoming | ${RINGING}`,
    `contact.onIncoming incoming | ${RINGING}`,
  ],
  taken: {
    'the agent accepts': [
      'agent.onStateChange Pending>CallingCustomer',
      'contact.onConnecting connecting | agent:connecting inbound:connecting',
    ],
    'the customer answers': ['agent.onStateChange CallingCustomer>Busy', `contact.onConnected connected | ${TALKING}`],
  },
});

export default { ...voice, ...callback };

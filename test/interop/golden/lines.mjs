// Lines that many golden lists share. A line is an event and what its payload says, connections after the bar.
import { destroyed } from './differences.mjs';

/** A call rings at an agent who is available. */
export const ringing = [
  'agent.onStateChange Available>PendingBusy',
  'contact voice connecting | agent:connecting inbound:connected',
  'contact.onConnecting connecting | agent:connecting inbound:connected',
];

/** The agent has accepted a call. */
export const answered = [
  'agent.onStateChange PendingBusy>Busy',
  'contact.onConnected connected | agent:connected inbound:connected',
];

/** A call was not taken; `before` is the agent's state while it was offered. */
export const missed = (before, legs) => [
  `agent.onStateChange ${before}>MissedCallAgent`,
  'agent.onError MissedCallAgent',
  `contact.onEnded missed | ${legs}`,
  `contact.onMissed missed | ${legs}`,
];

/** A call is over, and after-call work begins. */
export const ended = (legs, before = 'Busy') => [
  `agent.onStateChange ${before}>AfterCallWork`,
  'agent.onAfterCallWork AfterCallWork',
  `contact.onACW ended | ${legs}`,
  `contact.onEnded ended | ${legs}`,
];

/** The agent clears a call, and is available again. */
export const cleared = (before, contactState, legs) => [
  'agent.onRoutable Available',
  `agent.onStateChange ${before}>Available`,
  destroyed(contactState, legs),
];

// Which events only this page publishes, made of what it hears or does.
import { AgentEvents, CcpEvents, ContactEvents, LinkEventType } from './event-names.js';

/** Events of the agent that are told by the agent's own page alone; all others come over the wire. */
const OF_AGENT = [
  AgentEvents.INIT,
  AgentEvents.REFRESH,
  AgentEvents.ROUTABLE,
  AgentEvents.NOT_ROUTABLE,
  AgentEvents.OFFLINE,
  AgentEvents.ERROR,
  AgentEvents.STATE_CHANGE,
  AgentEvents.ACW,
  AgentEvents.ENQUEUED_NEXT_STATE,
  AgentEvents.CLEARED_NEXT_STATE,
];

/** Events of contacts that come of a comparison of two snapshots; each has a namesake for every contact. */
const OF_CONTACTS: ReadonlySet<string> = new Set([
  ContactEvents.INIT,
  ContactEvents.REFRESH,
  ContactEvents.DESTROYED,
  ContactEvents.INCOMING,
  ContactEvents.PENDING,
  ContactEvents.CONNECTING,
  ContactEvents.CONNECTED,
  ContactEvents.MISSED,
  ContactEvents.ACW,
  ContactEvents.ENDED,
  ContactEvents.ERROR,
]);

const OWN: ReadonlySet<string> = new Set([
  LinkEventType.INIT,
  LinkEventType.ACK_TIMEOUT,
  LinkEventType.IFRAME_RETRIES_EXHAUSTED,
  ...OF_AGENT,
  ...OF_CONTACTS,
]);

/** `contact::ended` of `contact::ended::<contactId>`. */
const withoutContact = (eventName: string): string => eventName.split('::', 2).join('::');

/** What all events of this library that amazon-connect-streams does not have begin with. */
const PREFIX = `${CcpEvents.STATUS.split('::')[0]}::`;

/**
 * True for an event that only this page publishes. Over the wire it counts for nothing, so that neither a CCP nor a broadcast of
 * another tab can fake it.
 * @param eventName as it came.
 */
export const isOwnEvent = (eventName: string): boolean =>
  OWN.has(eventName) || OF_CONTACTS.has(withoutContact(eventName)) || eventName.startsWith(PREFIX);

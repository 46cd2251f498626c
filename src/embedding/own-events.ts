// Events that only this page publishes, made of what it hears or does. They are ignored when they come over the wire, so that neither a
// CCP nor a broadcast of another tab can fake them.
import { AgentEvents, ContactEvents, LinkEventType } from '../events/event-names.js';

/** Who publishes an event: this page, or a CCP over the wire. */
type Publisher = 'page' | 'ccp';

const AGENT: Readonly<Record<keyof typeof AgentEvents, Publisher>> = {
  INIT: 'page',
  UPDATE: 'ccp',
  REFRESH: 'page',
  ROUTABLE: 'page',
  NOT_ROUTABLE: 'page',
  PENDING: 'ccp',
  CONTACT_PENDING: 'ccp',
  OFFLINE: 'page',
  ERROR: 'page',
  SOFTPHONE_ERROR: 'ccp',
  WEBSOCKET_CONNECTION_LOST: 'ccp',
  WEBSOCKET_CONNECTION_GAINED: 'ccp',
  STATE_CHANGE: 'page',
  ACW: 'page',
  MUTE_TOGGLE: 'ccp',
  LOCAL_MEDIA_STREAM_CREATED: 'ccp',
  ENQUEUED_NEXT_STATE: 'page',
  CLEARED_NEXT_STATE: 'page',
  FETCH_AGENT_DATA_FROM_CCP: 'ccp',
};

const CONTACT: Readonly<Record<keyof typeof ContactEvents, Publisher>> = {
  INIT: 'page',
  REFRESH: 'page',
  DESTROYED: 'page',
  INCOMING: 'page',
  PENDING: 'page',
  CONNECTING: 'page',
  CONNECTED: 'page',
  MISSED: 'page',
  ACW: 'page',
  VIEW: 'ccp',
  ENDED: 'page',
  ERROR: 'page',
  ACCEPTED: 'ccp',
  INVALID_STATE_TRANSITION: 'ccp',
  SCREEN_SHARING_STARTED: 'ccp',
  SCREEN_SHARING_STOPPED: 'ccp',
  SCREEN_SHARING_ERROR: 'ccp',
};

/** The names among some events that this page publishes. */
const published = <Key extends string>(
  names: Readonly<Record<Key, string>>,
  publishers: Readonly<Record<Key, Publisher>>,
): ReadonlySet<string> =>
  new Set((Object.keys(names) as Key[]).filter((key) => publishers[key] === 'page').map((key) => names[key]));

const OF_CONTACTS = /*#__PURE__*/ published(ContactEvents, CONTACT);

const OTHERS: ReadonlySet<string> = /*#__PURE__*/ new Set([
  LinkEventType.INIT,
  LinkEventType.ACK_TIMEOUT,
  LinkEventType.IFRAME_RETRIES_EXHAUSTED,
  .../*#__PURE__*/ published(AgentEvents, AGENT),
]);

/** What the library tells of its own about an embedded CCP. */
const OF_THIS_LIBRARY = 'ccp::';

/**
 * True if only this page publishes an event. Those of contacts go by the name of the event alone too, or with a contact's id.
 * @param name of the event.
 */
export function isOwnEvent(name: string): boolean {
  const [namespace, event] = name.split('::');
  return OTHERS.has(name) || name.startsWith(OF_THIS_LIBRARY) || OF_CONTACTS.has(`${namespace}::${event}`);
}

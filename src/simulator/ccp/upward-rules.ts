// What an embedding page may send through the CCP page to the worker. docs/protocol.md, section 12.1 (S4).
import { isEnvelope } from '../../conduit/wire.js';
import {
  AgentEvents,
  DisasterRecoveryEvents,
  EventType,
  GlobalResiliencyEvents,
  WebSocketEvents,
} from '../../events/event-names.js';

const FORWARDED: ReadonlySet<string> = /*#__PURE__*/ new Set([
  EventType.API_REQUEST,
  EventType.MASTER_REQUEST,
  EventType.SYNCHRONIZE,
  EventType.RELOAD_AGENT_CONFIGURATION,
  EventType.TERMINATE,
  WebSocketEvents.SUBSCRIBE,
  WebSocketEvents.SEND,
  DisasterRecoveryEvents.SUPPRESS,
]);

/** What only the worker or the CCP page may say: broadcast by an embedding page, it would deceive every other tab. */
const NEVER_BROADCAST: ReadonlySet<string> = /*#__PURE__*/ new Set([
  EventType.ACKNOWLEDGE,
  EventType.API_REQUEST,
  EventType.API_RESPONSE,
  EventType.MASTER_REQUEST,
  EventType.MASTER_RESPONSE,
  EventType.AUTH_FAIL,
  EventType.ACCESS_DENIED,
  EventType.AUTHORIZE_SUCCESS,
  EventType.CTI_AUTHORIZE_RETRIES_EXHAUSTED,
  EventType.CONFIGURE,
  EventType.REQUEST_CONFIGURE,
  EventType.CLOSE,
  EventType.TERMINATED,
  EventType.UPDATE_CONNECTED_CCPS,
  AgentEvents.UPDATE,
  AgentEvents.WEBSOCKET_CONNECTION_GAINED,
  AgentEvents.WEBSOCKET_CONNECTION_LOST,
  ...Object.values(WebSocketEvents),
  ...Object.values(DisasterRecoveryEvents),
  ...Object.values(GlobalResiliencyEvents),
]);

/**
 * Decides on an event that comes from the embedding page.
 * @param eventName name of the event.
 * @param data what came with it.
 * @returns true if the worker is to see it. What carries credentials, and what only a CCP page may say, never is.
 */
export function mayGoUp(eventName: string, data: unknown): boolean {
  if (eventName === EventType.BROADCAST) return isEnvelope(data) && !NEVER_BROADCAST.has(data.event);
  return FORWARDED.has(eventName);
}

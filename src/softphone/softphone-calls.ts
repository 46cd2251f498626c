// The agent's calls through the browser, as a snapshot shows them.
import { type ConnectionData, type ContactData, isRecord } from '../conduit/wire.js';
import { isFinishedState } from '../events/event-graph.js';
import type { CallMedia } from './sound-session.js';

/** One call, and where it stands. */
export interface SoftphoneCall extends CallMedia {
  readonly contactType: string;
  /** True while the agent may talk: the microphone's stream is that of a call which is connected. */
  readonly isTalking: boolean;
  readonly isOnHold: boolean;
  /** True if the call is accepted without the agent. */
  readonly autoAccept: boolean;
}

/** What `callConfigJson` holds. It may have come through HTML. */
function configOf(text: unknown): Readonly<Record<string, unknown>> {
  if (typeof text !== 'string') return {};
  try {
    const config: unknown = JSON.parse(text.replaceAll('&quot;', '"'));
    return isRecord(config) ? config : {};
  } catch {
    return {};
  }
}

function iceServersOf(given: unknown): RTCIceServer[] {
  return (Array.isArray(given) ? (given as unknown[]) : []).flatMap((server) => {
    if (!isRecord(server)) return [];
    const { urls, username, credential } = server;
    const list = (Array.isArray(urls) ? (urls as unknown[]) : [urls]).filter((url) => typeof url === 'string');
    if (list.length === 0) return [];
    return [{ urls: list, ...(typeof username === 'string' && { username, credential: String(credential) }) }];
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function ownConnection({ connections }: ContactData): ConnectionData | undefined {
  return (connections ?? []).find(
    ({ type, initial, softphoneMediaInfo, state }) =>
      // A supervisor's own one is the contact's first; that of a supervisor who listens to this agent is not.
      (type === 'agent' || (type === 'monitoring' && initial)) && softphoneMediaInfo && state.type !== 'disconnected',
  );
}

/** The call of one contact; undefined if it has none, or none any more. */
function callOf(contact: ContactData): SoftphoneCall | undefined {
  if (isFinishedState(contact.state.type)) return undefined;
  const own = ownConnection(contact);
  if (!own?.softphoneMediaInfo) return undefined;
  const { callConfigJson, callContextToken, autoAccept } = own.softphoneMediaInfo;
  const config = configOf(callConfigJson);
  return {
    contactId: contact.contactId,
    connectionId: own.connectionId,
    contactType: contact.type,
    callContextToken: textOf(callContextToken),
    iceServers: iceServersOf(config.iceServers),
    signalingEndpoint: textOf(config.signalingEndpoint),
    useWebSocketProvider: config.useWebSocketProvider === true,
    autoAccept: autoAccept === true,
    isTalking: contact.state.type === 'connected',
    isOnHold: own.state.type === 'hold',
  };
}

/**
 * The calls of a snapshot, by contact, in their order.
 * @param contacts the agent's.
 */
export function softphoneCalls(contacts: readonly ContactData[]): Map<string, SoftphoneCall> {
  const calls = new Map<string, SoftphoneCall>();
  for (const contact of contacts) {
    const call = callOf(contact);
    if (call) calls.set(contact.contactId, call);
  }
  return calls;
}

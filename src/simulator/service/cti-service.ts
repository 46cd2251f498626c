// A CTI service in memory: one agent and its contacts, the operations of the wire, and a script for everything else.
import { CtiError, type CtiCallOptions, type CtiService } from '../ccp/cti-service-client.js';
import type { OpenSocket } from '../ccp/socket.js';
import { createCommands, createQueries, type Params } from './operations.js';
import { MEDIA_OPERATIONS } from './media-service.js';
import { createParticipantService, PARTICIPANT_OPERATIONS } from './participant-service.js';
import { POLLING_OPERATIONS } from './polling-operations.js';
import type { FarEnds } from '../channel/far-end-wire.js';
import type { ServiceScript, SimulatorOptions } from '../channel/script-channel.js';
import { createScript } from './script-commands.js';
import { createParts, type ServiceParts } from './service-parts.js';
import type { SdkNews } from './session-desk.js';
import { SOCKET_OPERATIONS } from './socket-server.js';
import { createTaskCommands, createTaskQueries } from './task-operations.js';
import type { VirtualClock } from './virtual-clock.js';

/** Milliseconds for which a snapshot is waited for, unless the request says otherwise. */
const LONG_POLL = 30_000;

/** Calls that are kept in the record. */
const RECORD_LIMIT = 10_000;

/** How a service is made. */
export interface CtiServiceOptions extends SimulatorOptions {
  /** Its clock; by default one that runs. */
  clock?: VirtualClock;
  /** Plays the far ends of calls; without it calls have no sound. */
  farEnds?: FarEnds;
}

/** A service that a {@link CcpWorker} can use, and that can be scripted. */
export interface SimulatedCtiService extends CtiService, ServiceScript {
  readonly clock: VirtualClock;
  /** Opens a web socket to it. */
  readonly openSocket: OpenSocket;
  /** Gets what is at the address that `createTransport` gives for the active region. */
  discover(): Promise<unknown>;
  /** Has a listener told what is to be published on the side channels of the pages. */
  onNews(listener: (news: SdkNews) => void): void;
}

/**
 * Makes a service.
 * @param options how it is set up.
 * @throws Error if an option names something that does not exist.
 */
export function createCtiService({ clock, farEnds, ...options }: CtiServiceOptions = {}): SimulatedCtiService {
  const parts = createParts(options, clock, farEnds);
  const queries = { ...createQueries(parts), ...createTaskQueries(parts) };
  const commands = { ...createCommands(parts), ...createTaskCommands(parts) };
  const operations = [
    'getAgentSnapshot',
    ...Object.keys(queries),
    ...Object.keys(commands),
    ...PARTICIPANT_OPERATIONS,
    ...SOCKET_OPERATIONS,
    ...MEDIA_OPERATIONS,
  ];
  const script = createScript(parts, operations);

  function perform(method: string, params: Params): unknown {
    const query = Object.hasOwn(queries, method) ? queries[method] : undefined;
    if (query) return query(params);
    const command = Object.hasOwn(commands, method) ? commands[method] : undefined;
    if (command) return parts.transact(() => command(params));
    throw new CtiError('UnknownOperationException', `The service has no operation ${method}.`);
  }

  return {
    ...script,
    clock: parts.clock,
    openSocket: (_url, listener) => parts.sockets.connect(listener),
    onNews: (listener) => void parts.newsListeners.push(listener),
    discover: () => Promise.resolve(parts.traffic.answer()),
    participant: createParticipantService(parts, {
      record: (operation, params) => record(parts, operation, params),
      delay: () => delayAnswer(parts, undefined),
    }),
    async call(method, params, callOptions) {
      record(parts, method, params);
      await delayAnswer(parts, callOptions.signal);
      parts.faults.checkSession(callOptions.authToken);
      return parts.faults.perform(method, () =>
        method === 'getAgentSnapshot' ? nextSnapshot(parts, params, callOptions) : perform(method, params),
      );
    },
  };
}

function record({ calls, clock }: ServiceParts, operation: string, params: Params): void {
  // What the worker asks by itself; nobody has called it.
  if (POLLING_OPERATIONS.includes(operation) || params.transportType === 'web_socket') return;
  calls.push({ operation, params, at: clock.shown(clock.now()).getTime() });
  if (calls.length > RECORD_LIMIT) calls.shift();
}

async function delayAnswer({ clock, faults }: ServiceParts, signal: AbortSignal | undefined): Promise<void> {
  if (faults.latency > 0) {
    await new Promise<void>((resolve) => {
      const stopTimer = clock.setTimer(faults.latency, resolve);
      signal?.addEventListener('abort', () => (stopTimer(), resolve()), { once: true });
    });
  }
  signal?.throwIfAborted();
}

function nextSnapshot(
  { faults, history }: ServiceParts,
  { nextToken, timeout = LONG_POLL }: Params,
  { authToken, signal }: CtiCallOptions,
): Promise<unknown> {
  const check = () => faults.checkSession(authToken);
  return history.next({ nextToken, timeout: Number(timeout), signal, check });
}

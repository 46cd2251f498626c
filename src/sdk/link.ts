// The side channel as its users see it: requests that always end, and subscriptions that live on, whatever becomes of the frames
// beneath. docs/protocol.md, section 2.9.
import { promised } from '../conduit/native-promise.js';
import { DEFAULT_DEADLINE } from '../conduit/request-client.js';
import { ScopedTimer } from '../conduit/scoped-timer.js';
import type {
  SdkDownstream,
  SdkMessageOrigin,
  SdkPublish,
  SdkRequest,
  SdkResponse,
  SdkTopic,
  SdkUpstream,
  SiteName,
} from '../conduit/side-channel.js';
import { uuid } from '../conduit/uuid.js';
import { isRecord } from '../conduit/wire.js';
import { CommandErrorType } from '../errors/command-error.js';
import type { SideLines } from '../embedding/embedding-options.js';
import { ChildChannels } from './child-channels.js';
import type { HealthChange } from './health-check.js';
import { type LineEvent, type LineOwner, type LineStatus, SdkLine } from './line.js';
import { Listeners, runQuietly } from './listeners.js';
import { SdkError, SdkErrorKey } from './sdk-error.js';
import { type SdkHandler, SdkSubscriptions } from './subscriptions.js';

/** What listeners of errors are given. */
export interface SdkTrouble {
  readonly message: string;
  readonly key: string;
  readonly isFatal: boolean;
  readonly connectionStatus: LineStatus;
  readonly proxyStatus: unknown;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What the link needs of its runtime. */
export interface SdkLinkOptions {
  /** Told when a handler throws or rejects. */
  failed(error: unknown, of: string): void;
}

/** A request without an answer. */
interface Pending {
  message: SdkRequest;
  /** When it was made, among all that was ever sent or is to be. */
  readonly turn: number;
  /** The line that it was sent through; null while it waits for one. */
  line: SdkLine | null;
  resolve(data: unknown): void;
  reject(error: SdkError): void;
}

/** Milliseconds that `connectionId()` waits. */
const CONNECTION_PATIENCE = 10_000;

const NEVER_OPENED = 'Client Timeout: the CCP never opened the channel of the @amazon-connect clients';

/** The side channel of one runtime. Of two regions, the active one is spoken to. */
export class SdkLink implements SideLines, LineOwner {
  readonly providerId = uuid();
  readonly statusListeners: Listeners<LineEvent>;
  readonly errorListeners: Listeners<SdkTrouble>;
  readonly healthListeners: Listeners<HealthChange>;
  readonly children = new ChildChannels(this.providerId, (message) => this.#sayIfReady(message));
  readonly #options: SdkLinkOptions;
  readonly #lines: Readonly<Record<SiteName, SdkLine>> = { primary: new SdkLine(this), secondary: new SdkLine(this) };
  readonly #subscriptions = new SdkSubscriptions();
  readonly #pending = new Map<string, Pending>();
  #activeSite: SiteName = 'primary';
  #areTwo = false;
  #turn = 0;
  /** True once a CCP has acknowledged since the last one was embedded. */
  #wasOpened = false;

  constructor(options: SdkLinkOptions) {
    this.#options = options;
    this.statusListeners = new Listeners((error) => options.failed(error, 'onConnectionStatusChange'));
    this.errorListeners = new Listeners((error) => options.failed(error, 'onError'));
    this.healthListeners = new Listeners((error) => options.failed(error, 'onHealthCheckStatusChanged'));
  }

  /** How it stands. */
  get status(): LineStatus {
    return this.#active.event.status;
  }

  of(site: SiteName): SdkLine {
    this.#areTwo = site === 'secondary';
    if (site === 'primary') {
      this.#activeSite = site;
      this.#wasOpened = false;
    }
    return this.#lines[site];
  }

  activate(site: SiteName): void {
    if (site === this.#activeSite) return;
    const before = this.#active;
    if (before.isReady) {
      for (const topic of this.#subscriptions.topics) this.#send(before, { type: 'unsubscribe', topic });
    }
    this.#activeSite = site;
    const { event, isReady } = this.#active;
    this.statusListeners.tell({ status: 'reset', reason: 'the agent works in the other region' });
    this.statusListeners.tell(event);
    if (isReady) this.#catchUp();
  }

  /**
   * Asks the CCP for something.
   * @param namespace the part of the CCP that answers.
   * @param command the request.
   * @param data what goes with it.
   * @param deadline milliseconds until it fails.
   * @returns the data of the answer; rejects with an SdkError.
   */
  async request(namespace: string, command: string, data?: unknown, deadline = DEFAULT_DEADLINE): Promise<unknown> {
    const message: SdkRequest = {
      type: 'request',
      namespace,
      command,
      requestId: uuid(),
      ...(data !== undefined && { data }),
    };
    const line = this.#active;
    if (line.isClosed) throw failure(message, CommandErrorType.NOT_CONNECTED, 'no CCP is embedded');
    const settled = new AbortController();
    try {
      return await promised<unknown>((resolve, reject) => {
        const pending: Pending = { message, turn: this.#nextTurn(), line: null, resolve, reject };
        this.#pending.set(message.requestId, pending);
        const late = () => reject(this.#late(pending, deadline));
        new ScopedTimer(settled.signal).start(deadline, late);
        if (line.isReady) this.#ask(line, pending);
        // What waits is sent as it was when it was asked for.
        else this.#attempt(pending, () => (pending.message = structuredClone(message)));
      });
    } finally {
      this.#pending.delete(message.requestId);
      settled.abort();
    }
  }

  /** Has a handler hear a topic, from now on. One that does already goes on. */
  subscribe(topic: SdkTopic, handler: SdkHandler): void {
    const subscription = this.#subscriptions.add(topic, handler, this.#nextTurn());
    if (!subscription || !this.#active.isReady) return;
    const { topic: sent, handlerId } = subscription;
    this.#send(this.#active, { type: 'subscribe', topic: sent, handlerId });
  }

  /** Has a handler hear a topic no longer. */
  unsubscribe({ namespace, key, parameter }: SdkTopic, handler: SdkHandler): void {
    const topic: SdkTopic = parameter ? { namespace, key, parameter } : { namespace, key };
    if (this.#subscriptions.remove(topic, handler)) this.#sayIfReady({ type: 'unsubscribe', topic });
  }

  /** The id that the CCP has given to the connection; rejects with an Error if it gives none in time. */
  connectionId(): Promise<string> {
    const { connectionId } = this.#active.event;
    if (connectionId !== undefined) return Promise.resolve(connectionId);
    return promised<string>((resolve, reject) => {
      const settled = new AbortController();
      const listener = (event: LineEvent): void => {
        if (event.status !== 'ready') return;
        settle();
        resolve(event.connectionId ?? '');
      };
      const settle = (): void => {
        this.statusListeners.remove(listener);
        settled.abort();
      };
      this.statusListeners.add(listener);
      new ScopedTimer(settled.signal).start(CONNECTION_PATIENCE, () => {
        settle();
        reject(new Error(`The CCP has not opened the channel within ${CONNECTION_PATIENCE} ms`));
      });
    });
  }

  /** Takes off every handler and listener, and ends the lines of the apps inside the page. */
  forget(): void {
    this.#subscriptions.clear();
    this.children.clear();
    for (const listeners of [this.statusListeners, this.errorListeners, this.healthListeners]) listeners.clear();
  }

  changed(line: SdkLine, event: LineEvent): void {
    if (line !== this.#active) return;
    this.statusListeners.tell(event);
    if (event.status !== 'ready' || !line.isReady) return;
    this.#wasOpened = true;
    this.#catchUp();
  }

  lost(line: SdkLine, isOver: boolean): void {
    const [type, reason] = isOver
      ? [CommandErrorType.TERMINATED, 'the page has ended the CCP']
      : [CommandErrorType.FRAME_REPLACED, "the CCP's frame was loaded anew"];
    // What has not been sent yet goes to the next frame.
    for (const { message, reject, ...pending } of this.#pending.values()) {
      if (pending.line === line || (isOver && line === this.#active)) reject(failure(message, type, reason));
    }
  }

  heard(line: SdkLine, message: SdkDownstream): void {
    switch (message.type) {
      case 'response':
        return this.#settle(message);
      case 'publish':
        if (line === this.#active) this.#publish(message);
        return;
      case 'error': {
        const { key, isFatal, details, status: proxyStatus } = message;
        const { status: connectionStatus } = this;
        return this.errorListeners.tell({
          message: message.message,
          key,
          isFatal,
          details,
          connectionStatus,
          proxyStatus,
        });
      }
      case 'childDownstreamMessage':
        return this.children.heard(message);
      case 'childConnectionClose':
        return this.children.closed(message);
    }
  }

  healthChanged(line: SdkLine, change: HealthChange): void {
    if (line === this.#active) this.healthListeners.tell(change);
  }

  ask(line: SdkLine): void {
    this.#send(line, { type: 'healthCheck' });
  }

  get #active(): SdkLine {
    return this.#lines[this.#activeSite];
  }

  #nextTurn(): number {
    return (this.#turn += 1);
  }

  get #origin(): SdkMessageOrigin {
    const { origin, pathname: path } = location;
    const { providerId } = this;
    if (!this.#areTwo) return { _type: 'streams-site', providerId, origin, path };
    return { _type: 'global-resiliency-streams-site', providerId, origin, path, activeRegion: this.#activeSite };
  }

  #send(line: SdkLine, message: SdkUpstream): void {
    line.send({ ...message, messageOrigin: this.#origin });
  }

  #sayIfReady(message: SdkUpstream): void {
    if (this.#active.isReady) this.#send(this.#active, message);
  }

  /** Says all that the CCP behind a new port has not heard, in the order in which it came about. */
  #catchUp(): void {
    const line = this.#active;
    const waiting = [...this.#pending.values()].filter((pending) => pending.line === null);
    const all = [...this.#subscriptions.all, ...waiting].sort((one, other) => one.turn - other.turn);
    for (const one of all) {
      if ('handler' in one) this.#send(line, { type: 'subscribe', topic: one.topic, handlerId: one.handlerId });
      else this.#ask(line, one);
    }
  }

  #ask(line: SdkLine, pending: Pending): void {
    pending.line = line;
    this.#attempt(pending, () => this.#send(line, pending.message));
  }

  #attempt({ message, reject }: Pending, run: () => void): void {
    try {
      run();
    } catch (cause) {
      const reason = `the data of ${message.command} cannot be sent: ${String(cause)}`;
      reject(failure(message, CommandErrorType.INVALID_ARGUMENT, reason, cause));
    }
  }

  #late({ message }: Pending, timeoutMs: number): SdkError {
    const { namespace, command, data: requestData } = message;
    const reason = this.#wasOpened ? 'Client Timeout' : NEVER_OPENED;
    const details = { command, requestData, timeoutMs };
    return new SdkError({ errorKey: SdkErrorKey.TIMEOUT, reason, namespace, details });
  }

  #settle(response: SdkResponse): void {
    const pending = this.#pending.get(response.requestId);
    if (!pending) return;
    if (!response.isError) return pending.resolve(response.data);
    const { errorKey, reason, details } = response;
    pending.reject(failure(pending.message, String(errorKey), reason, undefined, details));
  }

  #publish({ topic, data, handlerId }: SdkPublish): void {
    if (!isRecord(topic)) return;
    for (const { handler } of this.#subscriptions.hearersOf(topic, handlerId)) {
      const failed = (error: unknown): void => this.#options.failed(error, topic.key);
      runQuietly(() => handler(data), failed);
    }
  }
}

function failure(
  { namespace, command, data: requestData }: SdkRequest,
  errorKey: string,
  reason: unknown,
  cause?: unknown,
  details: Readonly<Record<string, unknown>> = { command, requestData },
): SdkError {
  const words = typeof reason === 'string' && reason ? reason : `${command} failed`;
  return new SdkError({ errorKey, reason: words, namespace, details }, cause === undefined ? undefined : { cause });
}

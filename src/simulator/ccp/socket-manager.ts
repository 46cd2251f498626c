// The worker's web socket: one for all CCPs of the browser, kept open while somebody is signed in. docs/protocol.md, section 9.5.
import { ScopedTimer } from '../../conduit/scoped-timer.js';
import { isRecord } from '../../conduit/wire.js';
import { AgentEvents, WebSocketEvents } from '../../events/event-names.js';
import { pause } from './abortable.js';
import {
  DEFAULT_SOCKET_PACE,
  type OpenSocket,
  type SocketLink,
  type SocketPace,
  SocketTopic,
  type SocketTransport,
} from './socket.js';
import { TopicSubscriptions } from './topic-subscriptions.js';

/** What the manager needs. */
export interface SocketManagerOptions {
  openSocket: OpenSocket;
  /** Asks the service for an address; gives what it answers. */
  getTransport(signal: AbortSignal): Promise<unknown>;
  /** Tells every CCP. */
  tell(eventName: string, data?: unknown): void;
  /** What differs from the pace of a real instance. */
  pace?: Partial<SocketPace>;
  /** Told what goes wrong inside. */
  onError?: (error: unknown, doing: string) => void;
}

/** One connection, from the attempt to open it. */
interface Connection {
  link: SocketLink | null;
  /** Epoch milliseconds; 0 until it is open. */
  openTimestamp: number;
  /** Its end, with that of its timers. */
  readonly end: AbortController;
  /** True while a heartbeat is without an answer. */
  unanswered: boolean;
}

/** An attempt to make a connection, as pages are told of it. */
interface Attempt {
  readonly connectWebSocketRetryCount: number;
  readonly connectionAttemptStartTime: number;
}

/** Seconds that an address has to live at least. */
const SHORTEST_LIFE = 300;
/** Codes of a connection that has been closed in order, and of one that is gone without a word. */
const NORMAL = 1000;
const ABNORMAL = 1006;

const RESERVED: readonly unknown[] = Object.values(SocketTopic);

/** An address that no attempt can open. */
class UnusableTransport extends Error {}

function checkedTransport(answer: unknown): SocketTransport {
  const { url, transportLifeTimeInSeconds: life } = (
    isRecord(answer) && isRecord(answer.webSocketTransport) ? answer.webSocketTransport : {}
  ) as Partial<SocketTransport>;
  if (typeof url !== 'string' || !url.startsWith('wss://') || typeof life !== 'number' || life < SHORTEST_LIFE) {
    throw new UnusableTransport(`A web socket needs a wss:// address that lives for ${SHORTEST_LIFE} s at least`);
  }
  return { url, transportLifeTimeInSeconds: life };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Opens the socket, hears it, and opens it again.
 *
 * Pages are told as by amazon-connect-streams: on a gain the agent's event, the gain, the opening; on a loss the closing,
 * the agent's event, the loss. One thing is done better: a socket that has stopped answering counts as lost, so that
 * pages fetch what they have missed meanwhile.
 */
export class SocketManager {
  readonly #options: SocketManagerOptions;
  readonly #pace: SocketPace;
  readonly #topics: TopicSubscriptions;
  #scope: AbortController | null = null;
  /** The scope in which a connection is being made, or null. */
  #connecting: AbortSignal | null = null;
  #connection: Connection | null = null;
  /** Since when there has been none, or null before the first. */
  #lostAt: number | null = null;
  /** True once the first attempt after a start has come to an end, good or bad. */
  #hasBegun = false;

  constructor(options: SocketManagerOptions) {
    this.#options = options;
    this.#pace = { ...DEFAULT_SOCKET_PACE, ...options.pace };
    this.#topics = new TopicSubscriptions({ pace: this.#pace, tell: options.tell });
  }

  /** Opens the socket, unless it is open or being opened. */
  start(): void {
    if (this.#scope) return;
    this.#scope = new AbortController();
    this.#hasBegun = false;
    void this.#connect(this.#scope.signal);
  }

  /** Closes the socket; no timer and no attempt is left. What pages have subscribed to is kept for the next start. */
  stop(): void {
    this.#scope?.abort();
    this.#scope = this.#connection = this.#lostAt = null;
    this.#topics.detach();
  }

  /** A page asks for the messages of topics. */
  subscribe(topics: unknown): void {
    if (Array.isArray(topics)) this.#topics.want(topics);
  }

  /** A page sends a message. It is dropped if nothing is open, or if its topic is one of the link itself. */
  send(payload: unknown): void {
    if (isRecord(payload) && payload.topic !== undefined && !RESERVED.includes(payload.topic)) {
      this.#connection?.link?.send(JSON.stringify(payload));
    } else
      this.#options.onError?.(new TypeError('A message on the socket needs a topic that pages may use'), 'sending');
  }

  /** Makes a connection, beside the one that is there if it is to be replaced. */
  async #connect(signal: AbortSignal): Promise<void> {
    if (this.#connecting === signal) return;
    this.#connecting = signal;
    const connectionAttemptStartTime = Date.now();
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        const transport = checkedTransport(await this.#options.getTransport(signal));
        const told = { connectWebSocketRetryCount: attempt, connectionAttemptStartTime };
        if (!signal.aborted) await this.#open(transport, told, signal);
        break;
      } catch (error) {
        if (signal.aborted) break;
        this.#failed(error);
      }
      const { reconnect, reconnectLimit } = this.#pace;
      if (attempt > 0) await pause(Math.min(reconnect * 2 ** (attempt - 1), reconnectLimit), signal);
    }
    if (this.#connecting === signal) this.#connecting = null;
  }

  #failed(error: unknown): void {
    const isHopeless = error instanceof UnusableTransport;
    this.#options.onError?.(error, 'opening the web socket');
    if (!this.#hasBegun || isHopeless) this.#options.tell(WebSocketEvents.INIT_FAILURE);
    this.#hasBegun = true;
    if (isHopeless) this.stop();
  }

  /** Resolves when a connection is open; rejects when that has failed. */
  #open(transport: SocketTransport, attempt: Attempt, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = new AbortController();
      const connection: Connection = { link: null, openTimestamp: 0, end, unanswered: false };
      connection.link = this.#options.openSocket(transport.url, {
        opened: () => {
          this.#opened(connection, transport, attempt);
          resolve();
        },
        received: (text) => this.#received(connection, parsed(text)),
        closed: (code, reason) => {
          reject(new Error(`The web socket could not be opened: ${code} ${reason}`));
          this.#closed(connection, code, reason);
        },
      });
      end.signal.addEventListener('abort', () => connection.link?.close(), { once: true });
      signal.addEventListener('abort', () => (end.abort(), resolve()), { once: true, signal: end.signal });
    });
  }

  #opened(connection: Connection, { transportLifeTimeInSeconds }: SocketTransport, attempt: Attempt): void {
    const { tell } = this.#options;
    const { end } = connection;
    const previous = this.#connection;
    const noOpenConnectionsTimestamp = this.#lostAt;
    const now = (connection.openTimestamp = Date.now());
    this.#connection = connection;
    this.#lostAt = null;
    this.#hasBegun = true;
    if (!previous) {
      tell(AgentEvents.WEBSOCKET_CONNECTION_GAINED);
      tell(WebSocketEvents.CONNECTION_GAIN);
    }
    tell(WebSocketEvents.CONNECTION_OPEN, {
      ...attempt,
      noOpenConnectionsTimestamp,
      connectionEstablishedTime: now,
      timeToConnect: now - attempt.connectionAttemptStartTime,
      timeWithoutConnection: noOpenConnectionsTimestamp && now - noOpenConnectionsTimestamp,
    });
    const send = (message: unknown): void => connection.link?.send(JSON.stringify(message));
    this.#topics.attach(send, end.signal, () => {
      // Not earlier: until now messages came over the old one.
      if (previous && !previous.end.signal.aborted) this.#closed(previous, NORMAL, 'Replaced');
    });
    this.#beat(connection, new ScopedTimer(end.signal));
    const life = transportLifeTimeInSeconds * 1000 - this.#pace.renewal;
    new ScopedTimer(end.signal).start(life, () => this.#scope && void this.#connect(this.#scope.signal));
  }

  #beat(connection: Connection, timer: ScopedTimer): void {
    if (connection.unanswered) return this.#closed(connection, ABNORMAL, 'No answer to a heartbeat');
    connection.unanswered = true;
    connection.link?.send(JSON.stringify({ topic: SocketTopic.HEARTBEAT }));
    timer.start(this.#pace.heartbeat, () => this.#beat(connection, timer));
  }

  #received(connection: Connection, message: unknown): void {
    if (connection.end.signal.aborted || !isRecord(message)) return;
    switch (message.topic) {
      case SocketTopic.HEARTBEAT:
        connection.unanswered = false;
        break;
      case SocketTopic.SUBSCRIBE:
        if (connection === this.#connection) this.#topics.answered(message.content);
        break;
      default:
        if (typeof message.topic === 'string') this.#options.tell(WebSocketEvents.ALL_MESSAGE, message);
    }
  }

  #closed(connection: Connection, code: number, reason: string): void {
    const { tell } = this.#options;
    const { openTimestamp, end } = connection;
    end.abort();
    if (!openTimestamp) return; // Pages do not hear of a connection that was never open.
    const closeTimestamp = Date.now();
    const connectionDuration = closeTimestamp - openTimestamp;
    const report = { openTimestamp, closeTimestamp, connectionDuration, code, reason };
    tell(WebSocketEvents.CONNECTION_CLOSE, report);
    if (connection !== this.#connection || !this.#scope) return;
    this.#connection = null;
    this.#lostAt = closeTimestamp;
    this.#topics.detach();
    tell(AgentEvents.WEBSOCKET_CONNECTION_LOST, report);
    tell(WebSocketEvents.CONNECTION_LOST, report);
    void this.#connect(this.#scope.signal);
  }
}

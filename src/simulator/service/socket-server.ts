// The service's end of web sockets: answers heartbeats and subscriptions, publishes to topics, and drops. Protocol 9.5.
import { type SocketLink, type SocketListener, SocketTopic } from '../ccp/socket.js';
import { isRecord } from '../../conduit/wire.js';
import type { VirtualClock } from './virtual-clock.js';

/** What the server answers, by topic; each can be told to fail. */
export const SOCKET_OPERATIONS: readonly string[] = /*#__PURE__*/ Object.freeze([
  SocketTopic.HEARTBEAT,
  SocketTopic.SUBSCRIBE,
]);

/** Topics that can be subscribed to. */
const TOPIC = /^aws\/[a-z-]+$/;
/** What a connection is told that is gone without a word. */
const ABNORMAL = 1006;

/** What a socket server needs. */
export interface SocketServerOptions {
  clock: VirtualClock;
  /** True if an answer to a message of this topic was told to fail; counts it. */
  fails: (topic: string) => boolean;
  /** Takes the messages of all other topics. */
  received: (topic: string, message: Readonly<Record<string, unknown>>) => void;
}

interface Connection {
  readonly listener: SocketListener;
  readonly topics: Set<string>;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const message: unknown = JSON.parse(text);
    return isRecord(message) ? message : {};
  } catch {
    return {};
  }
}

/** The sockets of one service. While they are dropped, attempts to open one wait, as on a network that is gone. */
export class SocketServer {
  readonly #options: SocketServerOptions;
  readonly #connections = new Set<Connection>();
  readonly #waiting = new Set<Connection>();
  #isDropped = false;
  #endDrop = (): void => {};

  constructor(options: SocketServerOptions) {
    this.#options = options;
  }

  /** Number of sockets that are open. */
  get size(): number {
    return this.#connections.size;
  }

  /** Takes a socket that is being opened. */
  connect(listener: SocketListener): SocketLink {
    const connection: Connection = { listener, topics: new Set() };
    this.#waiting.add(connection);
    // Later, as sockets do: the caller has no link yet.
    queueMicrotask(() => this.#admit());
    return {
      send: (text) => this.#connections.has(connection) && this.#receive(connection, parsed(text)),
      close: () => void (this.#waiting.delete(connection), this.#connections.delete(connection)),
    };
  }

  /** Sends a message to every socket that has subscribed to its topic. Whoever is not there does not get it later. */
  publish(topic: string, content: unknown): void {
    const text = JSON.stringify({ topic, contentType: 'application/json', content: JSON.stringify(content) });
    for (const { listener, topics } of [...this.#connections]) if (topics.has(topic)) listener.received(text);
  }

  /**
   * Every socket is lost.
   * @param milliseconds of service time until one can be opened again; 0 at once, Infinity until further notice.
   */
  drop(milliseconds: number): void {
    this.#endDrop();
    this.#isDropped = true;
    const lost = [...this.#connections];
    this.#connections.clear();
    for (const { listener } of lost) listener.closed(ABNORMAL, '');
    const end = (): void => {
      this.#isDropped = false;
      this.#admit();
    };
    if (milliseconds <= 0) end();
    else if (Number.isFinite(milliseconds)) this.#endDrop = this.#options.clock.setTimer(milliseconds, end);
  }

  #admit(): void {
    if (this.#isDropped) return;
    for (const connection of [...this.#waiting]) {
      this.#waiting.delete(connection);
      this.#connections.add(connection);
      connection.listener.opened();
    }
  }

  #receive({ listener, topics }: Connection, message: Readonly<Record<string, unknown>>): void {
    const { topic, content } = message;
    const fails = typeof topic === 'string' && this.#options.fails(topic);
    const answer = (message: unknown): void => listener.received(JSON.stringify(message));
    if (typeof topic === 'string' && !SOCKET_OPERATIONS.includes(topic)) this.#options.received(topic, message);
    if (topic === SocketTopic.HEARTBEAT && !fails) answer({ topic });
    if (topic === SocketTopic.SUBSCRIBE) {
      const wanted: unknown = isRecord(content) ? content.topics : undefined;
      const list = Array.isArray(wanted) ? wanted.map(String) : [];
      const isGiven = !fails && list.every((name) => TOPIC.test(name));
      if (isGiven) for (const name of list) topics.add(name);
      answer({ topic, content: { status: isGiven ? 'success' : 'failure', topics: list } });
    }
  }
}

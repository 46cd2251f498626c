// The topics that pages want of the worker's socket: asked for on each connection, and again where that fails.
import { ScopedTimer } from '../../conduit/scoped-timer.js';
import { isRecord } from '../../conduit/wire.js';
import { WebSocketEvents } from '../../events/event-names.js';
import { type SocketPace, SocketTopic } from './socket.js';

/** Times that a subscription is asked for again when nothing answers. */
const MOST_UNANSWERED = 3;
/** Refusals in a row after which a subscription has failed. */
const MOST_REFUSED = 5;

/** What the subscriptions need. */
export interface TopicSubscriptionsOptions {
  pace: SocketPace;
  /** Tells every CCP. */
  tell(eventName: string, data: unknown): void;
}

/**
 * Keeps what is wanted, over any number of connections. A topic that has failed is tried again on the next connection,
 * or when a page asks for it once more. docs/protocol.md, section 9.5.
 */
export class TopicSubscriptions {
  readonly #options: TopicSubscriptionsOptions;
  readonly #wanted = new Set<string>();
  readonly #given = new Set<string>();
  #send: ((message: unknown) => void) | null = null;
  /** Called once everything has been answered on the present connection. */
  #settled = (): void => {};
  #timer: ScopedTimer | null = null;
  #unanswered = 0;
  #refused = 0;

  constructor(options: TopicSubscriptionsOptions) {
    this.#options = options;
  }

  /** Wants further topics. Anything that is no text is dropped. */
  want(topics: readonly unknown[]): void {
    for (const topic of topics) if (typeof topic === 'string') this.#wanted.add(topic);
    if (this.#missing.length > 0) this.#begin();
  }

  /**
   * Moves everything to a connection.
   * @param send sends a message on it.
   * @param signal its end.
   * @param settled called when the connection has all that is wanted, or will not get it.
   */
  attach(send: (message: unknown) => void, signal: AbortSignal, settled: () => void): void {
    this.#timer?.stop();
    this.#timer = new ScopedTimer(signal);
    this.#send = send;
    this.#settled = settled;
    this.#given.clear();
    if (this.#wanted.size > 0) this.#begin();
    else settled();
  }

  /** There is no connection any more. */
  detach(): void {
    this.#timer?.stop();
    this.#send = null;
  }

  /** Takes the content of an answer. */
  answered(content: unknown): void {
    const { status, topics } = isRecord(content) ? content : {};
    if (!Array.isArray(topics)) return;
    this.#timer?.stop();
    if (status !== 'success') return this.#wasRefused(topics);
    for (const topic of topics) this.#given.add(String(topic));
    this.#tell(WebSocketEvents.SUBSCRIPTION_UPDATE, status, topics);
    if (this.#missing.length > 0) this.#begin();
    else this.#settled();
  }

  get #missing(): string[] {
    return [...this.#wanted].filter((topic) => !this.#given.has(topic));
  }

  #begin(): void {
    this.#unanswered = this.#refused = 0;
    this.#ask();
  }

  #ask(): void {
    const topics = this.#missing;
    // First the timer: a socket that is played may answer before `send` returns.
    this.#timer?.start(this.#options.pace.subscriptionAnswer, () => {
      this.#unanswered += 1;
      if (this.#unanswered <= MOST_UNANSWERED) this.#ask();
      else this.#fail(topics);
    });
    this.#send?.({ topic: SocketTopic.SUBSCRIBE, content: { topics } });
  }

  #wasRefused(topics: unknown[]): void {
    this.#refused += 1;
    if (this.#refused >= MOST_REFUSED) return this.#fail(topics);
    this.#timer?.start(this.#options.pace.subscriptionRetry, () => this.#ask());
  }

  #fail(topics: unknown[]): void {
    this.#tell(WebSocketEvents.SUBSCRIPTION_FAILURE, 'failure', topics);
    this.#settled();
  }

  #tell(eventName: string, status: string, topics: unknown[]): void {
    this.#options.tell(eventName, { topic: SocketTopic.SUBSCRIBE, content: { status, topics } });
  }
}

// The CCP's end of the side channel: offers it to the embedding page, answers requests, and publishes news. docs/protocol.md, section 2.9.
import { randomId } from '../../conduit/random-id.js';
import {
  CHANNEL_OFFER,
  CHANNEL_TAKEN,
  isChannelMessage,
  type SdkChildUpstream,
  type SdkDownstream,
  type SdkRequest,
  type SdkSubscribe,
  type SdkTopic,
  type SdkUnsubscribe,
  topicName,
} from '../../conduit/side-channel.js';
import { isRecord } from '../../conduit/wire.js';

/** A refusal, as whoever has asked is told. */
export class SdkRefusal extends Error {
  readonly errorKey: string;

  /**
   * @param errorKey by which programs tell refusals apart.
   * @param reason for people.
   */
  constructor(errorKey: string, reason: string) {
    super(reason);
    this.errorKey = errorKey;
  }
}

/** One request, as it is answered and remembered. */
export interface ReceivedSdkRequest {
  readonly namespace: string;
  readonly command: string;
  readonly data?: unknown;
}

/** What a channel is made of. */
export interface SdkChannelOptions {
  window: Window;
  /** Origin of the embedding page; null if it may not have a channel. */
  parentOrigin: string | null;
  /** Answers a request. What it throws is the refusal: an SdkRefusal, or an error with a `type`. */
  answer(request: ReceivedSdkRequest): Promise<unknown>;
  /** False while the channel is to be dead, both ways. */
  isAlive?(): boolean;
  /** Milliseconds between two questions of the page whether the CCP is there; 0: none. */
  healthCheckInterval?: number;
  /** Ends it. */
  signal: AbortSignal;
}

/** Somebody who listens: the page, or an app inside it. */
interface Subscriber {
  readonly topic: SdkTopic;
  readonly handlerId: string;
  readonly tell: (message: SdkDownstream) => void;
}

const HEALTH_CHECK_INTERVAL = 10_000;

/** Requests that are remembered. */
const RECORD_LIMIT = 1_000;

/** Offers the channel when it is made, and again when it is asked to. */
export class SdkChannel {
  readonly #options: SdkChannelOptions;
  readonly #startTime = new Date();
  #port: MessagePort | null = null;
  #connectionId = '';
  #checks = 0;
  #subscribers: Subscriber[] = [];
  readonly #requests: ReceivedSdkRequest[] = [];
  /** Lines to the apps inside the page, by their ids. */
  readonly #children = new Map<string, Subscriber['tell']>();

  constructor(options: SdkChannelOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.#port?.close(), { once: true });
    this.open();
  }

  /** What was asked, in order, and what is subscribed to now. */
  get truth(): { readonly requests: readonly ReceivedSdkRequest[]; readonly subscriptions: readonly SdkTopic[] } {
    const topics = new Map(this.#subscribers.map(({ topic }) => [topicName(topic), topic]));
    return { requests: [...this.#requests], subscriptions: [...topics.values()] };
  }

  /** Offers the channel anew: a port takes the place of the last one, and nothing is subscribed to on it. */
  open(): void {
    const { window, parentOrigin, signal } = this.#options;
    if (parentOrigin === null || window.parent === window || signal.aborted) return;
    this.#port?.close();
    this.#subscribers = [];
    this.#children.clear();
    this.#connectionId = randomId();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (this.#isAlive && this.#port === port1) this.#hear(data, (message) => this.#say(port1, message));
    };
    window.parent.postMessage({ type: CHANNEL_OFFER }, parentOrigin, [port2]);
  }

  /** Tells everybody who has subscribed to a topic; each handler once. */
  publish(topic: SdkTopic, data: unknown): void {
    const name = topicName(topic);
    const told = new Set<Subscriber['tell']>();
    for (const subscriber of this.#subscribers) {
      if (topicName(subscriber.topic) !== name || told.has(subscriber.tell)) continue;
      told.add(subscriber.tell);
      subscriber.tell({ type: 'publish', topic: subscriber.topic, data });
    }
  }

  get #isAlive(): boolean {
    return this.#options.isAlive?.() ?? true;
  }

  #say(port: MessagePort, message: SdkDownstream): void {
    if (this.#isAlive) port.postMessage(message);
  }

  #hear(message: unknown, tell: Subscriber['tell']): void {
    if (!isChannelMessage(message)) return;
    switch (message.type) {
      case CHANNEL_TAKEN:
      case 'childConnectionReady':
        return this.#acknowledge(tell);
      case 'request':
        return void this.#answer(message as SdkRequest, tell);
      case 'subscribe': {
        const { topic, handlerId } = message as SdkSubscribe;
        if (isRecord(topic)) this.#subscribers.push({ topic, handlerId, tell });
        return;
      }
      case 'unsubscribe': {
        const name = topicName((message as SdkUnsubscribe).topic);
        this.#subscribers = this.#subscribers.filter((one) => one.tell !== tell || topicName(one.topic) !== name);
        return;
      }
      case 'healthCheck':
        return tell({ type: 'healthCheckResponse', time: Date.now(), counter: (this.#checks += 1) });
      case 'childUpstream':
        return this.#hearChild(message as SdkChildUpstream, tell);
    }
  }

  #hearChild({ connectionId, sourceProviderId, message }: SdkChildUpstream, tell: Subscriber['tell']): void {
    const toChild =
      this.#children.get(connectionId) ??
      ((answer: SdkDownstream) =>
        tell({ type: 'childDownstreamMessage', connectionId, targetProviderId: sourceProviderId, message: answer }));
    this.#children.set(connectionId, toChild);
    this.#hear(message, toChild);
  }

  #acknowledge(tell: Subscriber['tell']): void {
    const { healthCheckInterval = HEALTH_CHECK_INTERVAL } = this.#options;
    const status = { initialized: true, startTime: this.#startTime } as const;
    tell({ type: 'acknowledge', connectionId: this.#connectionId, status, healthCheckInterval });
  }

  async #answer({ namespace, command, requestId, data }: SdkRequest, tell: Subscriber['tell']): Promise<void> {
    this.#requests.push({ namespace, command, ...(data !== undefined && { data }) });
    if (this.#requests.length > RECORD_LIMIT) this.#requests.shift();
    try {
      const result = await this.#options.answer({ namespace, command, data });
      tell({ type: 'response', namespace, requestId, isError: false, data: result });
    } catch (error) {
      const { errorKey, type } = (isRecord(error) ? error : {}) as { errorKey?: string; type?: string };
      const reason = error instanceof Error ? error.message : String(error);
      const details = { command, requestData: data };
      tell({
        type: 'response',
        namespace,
        requestId,
        isError: true,
        errorKey: errorKey ?? type ?? 'unknown',
        reason,
        details,
      });
    }
  }
}

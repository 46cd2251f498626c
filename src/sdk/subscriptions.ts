// What the page has subscribed to on the side channel: it lives as long as somebody wants it, whatever becomes of frames and ports.
import { type SdkSubscribe, type SdkTopic, topicName } from '../conduit/side-channel.js';
import { uuid } from '../conduit/uuid.js';

/** Called with the data of each news. */
export type SdkHandler = (data: unknown) => unknown;

/** One handler of one topic. */
export interface SdkSubscription extends SdkSubscribe {
  readonly handler: SdkHandler;
  /** When it was made, among all that was ever sent or is to be. */
  readonly turn: number;
}

/** The subscriptions of one provider. */
export class SdkSubscriptions {
  readonly #byTopic = new Map<string, Map<SdkHandler, SdkSubscription>>();

  /** All, in the order in which they were made. */
  get all(): readonly SdkSubscription[] {
    return [...this.#byTopic.values()].flatMap((topic) => [...topic.values()]).sort((a, b) => a.turn - b.turn);
  }

  /** One of each topic that somebody hears. */
  get topics(): readonly SdkTopic[] {
    return [...this.#byTopic.values()].flatMap((topic) => [...topic.values()].slice(0, 1).map((one) => one.topic));
  }

  /**
   * Adds a handler.
   * @param turn when that is.
   * @returns the new subscription, or null if this handler hears the topic already.
   */
  add({ namespace, key, parameter }: SdkTopic, handler: SdkHandler, turn: number): SdkSubscription | null {
    const topic: SdkTopic = parameter ? { namespace, key, parameter } : { namespace, key };
    const name = topicName(topic);
    const handlers = this.#byTopic.get(name) ?? new Map<SdkHandler, SdkSubscription>();
    if (handlers.has(handler)) return null;
    const subscription: SdkSubscription = { type: 'subscribe', topic, handlerId: uuid(), handler, turn };
    handlers.set(handler, subscription);
    this.#byTopic.set(name, handlers);
    return subscription;
  }

  /**
   * Takes a handler off.
   * @returns true if it was the last one of its topic.
   */
  remove(topic: SdkTopic, handler: SdkHandler): boolean {
    const name = topicName(topic);
    const handlers = this.#byTopic.get(name);
    if (!handlers?.delete(handler) || handlers.size > 0) return false;
    return this.#byTopic.delete(name);
  }

  /** Those who are to hear a piece of news: one, or all of the topic. */
  hearersOf(topic: SdkTopic, handlerId?: string): readonly SdkSubscription[] {
    const all = [...(this.#byTopic.get(topicName(topic))?.values() ?? [])];
    return handlerId === undefined ? all : all.filter((one) => one.handlerId === handlerId);
  }

  /** Takes all off. */
  clear(): void {
    this.#byTopic.clear();
  }
}

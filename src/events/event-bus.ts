// The event bus under every onX: named and catch-all subscribers, in the order in which they subscribed.
import { assertFunction, assertNotNull } from '../errors/errors.js';

/** What a subscriber is called with: the payload (null if there is none), the event's name, the bus. */
export type EventCallback<Payload = unknown> = (payload: Payload, eventName: string, bus: AnyEventBus) => unknown;

/** Given back by every subscribing method. */
export interface Subscription {
  /** The event subscribed to. */
  readonly eventName: string;
  /** The callback. */
  readonly f: EventCallback<never>;
  /** Ends the subscription; more calls do nothing. */
  unsubscribe(): void;
}

/** How to subscribe. */
export interface SubscribeOptions {
  /** Ends the subscription when it aborts. */
  signal?: AbortSignal;
}

/** What the bus needs of its surroundings. */
export interface EventBusOptions {
  /** Told when a subscriber throws; the others are called all the same. */
  onError?: (error: unknown, eventName: string) => void;
  /** Turns a payload into what subscribers are to see, for instance an id into a live contact. */
  present?: (eventName: string, payload: unknown) => unknown;
}

/** A bus of whatever events: what most of the runtime needs to know of one. */
export interface AnyEventBus {
  subscribe<Payload = unknown>(
    eventName: string,
    callback: EventCallback<Payload>,
    options?: SubscribeOptions,
  ): Subscription;
  hasSubscribers(eventName: string): boolean;
  unsubscribeEvent(eventName: string): void;
  trigger(eventName: string, payload?: unknown): void;
}

/** The key under which catch-all subscribers are kept. Protocol section 1.4. */
export const ALL_EVENTS = '<<all>>';

class SubscriptionEntry implements Subscription {
  readonly #channel: Channel;
  readonly #signal: AbortSignal | undefined;

  constructor(
    channel: Channel,
    readonly eventName: string,
    readonly f: EventCallback<never>,
    signal: AbortSignal | undefined,
  ) {
    this.#channel = channel;
    this.#signal = signal;
    if (signal?.aborted) return;
    channel.add(this);
    signal?.addEventListener('abort', this, { once: true });
  }

  handleEvent(): void {
    this.unsubscribe();
  }

  unsubscribe(): void {
    this.#channel.remove(this);
    this.#signal?.removeEventListener('abort', this);
  }
}

/** The subscribers of one event. Dispatch walks a list that is made again only after a change. */
class Channel {
  #entries = new Set<SubscriptionEntry>();
  #list: readonly SubscriptionEntry[] | undefined;

  constructor(
    readonly onFirst: () => void,
    readonly onEmpty: () => void,
  ) {}

  add(entry: SubscriptionEntry): void {
    if (this.#entries.size === 0) this.onFirst();
    this.#entries.add(entry);
    this.#list = undefined;
  }

  remove(entry: SubscriptionEntry): void {
    if (!this.#entries.delete(entry)) return;
    this.#list = undefined;
    if (this.#entries.size === 0) this.onEmpty();
  }

  get list(): readonly SubscriptionEntry[] {
    return (this.#list ??= [...this.#entries]);
  }
}

const NONE: readonly SubscriptionEntry[] = [];

/**
 * Publishes events to subscribers. Protocol section 1.4.
 *
 * Catch-all subscribers run before named ones. A subscriber that is added during a dispatch is not called for it; one
 * that throws does not stop the others; inside a `function` callback `this` is the subscription.
 *
 * `EventMap` says what is given to the subscribers of each event; events that it does not name may be used all the same.
 */
export class EventBus<EventMap extends object = Record<string, unknown>> implements AnyEventBus {
  readonly #channels = new Map<string, Channel>();
  readonly #options: EventBusOptions;

  constructor(options: EventBusOptions = {}) {
    this.#options = options;
  }

  /**
   * Subscribes to one event.
   * @param eventName name of the event.
   * @param callback called as `callback(payload, eventName, bus)`; a missing payload arrives as null.
   * @param options `signal` ends the subscription when it aborts.
   * @throws ValueError if the name is missing or the callback is no function.
   */
  subscribe<Name extends keyof EventMap & string>(
    eventName: Name,
    callback: EventCallback<EventMap[Name]>,
    options?: SubscribeOptions,
  ): Subscription;
  subscribe<Payload = unknown>(
    eventName: string,
    callback: EventCallback<Payload>,
    options?: SubscribeOptions,
  ): Subscription;
  subscribe(eventName: string, callback: EventCallback<never>, options?: SubscribeOptions): Subscription {
    assertNotNull(eventName, 'eventName');
    assertFunction(callback, 'f');
    return new SubscriptionEntry(this.#channel(eventName), eventName, callback, options?.signal);
  }

  #channel(eventName: string): Channel {
    const present = this.#channels.get(eventName);
    if (present) return present;
    const channel: Channel = new Channel(
      () => this.#channels.set(eventName, channel),
      () => this.#channels.delete(eventName),
    );
    return channel;
  }

  /**
   * Subscribes to every event of the bus.
   * @param callback called like that of {@link subscribe}.
   */
  subscribeAll(callback: EventCallback, options?: SubscribeOptions): Subscription {
    return this.subscribe(ALL_EVENTS, callback, options);
  }

  /** True if a trigger of this event would call anybody. */
  hasSubscribers(eventName: string): boolean {
    return this.#channels.has(eventName) || this.#channels.has(ALL_EVENTS);
  }

  /** The present subscriptions of an event, as a copy. */
  getSubscriptions(eventName: string): Subscription[] {
    return [...(this.#channels.get(eventName)?.list ?? NONE)];
  }

  /**
   * Calls the subscribers of an event.
   * @param eventName name of the event.
   * @param payload what they are given; anything falsy arrives as null, as existing code expects.
   * @throws ValueError if the name is missing.
   */
  trigger(eventName: string, payload?: unknown): void {
    assertNotNull(eventName, 'eventName');
    const all = this.#channels.get(ALL_EVENTS)?.list ?? NONE;
    const named = this.#channels.get(eventName)?.list ?? NONE;
    if (all.length === 0 && named.length === 0) return;
    const { present } = this.#options;
    const shown = (present ? present(eventName, payload) : payload) || null;
    this.#dispatch(all, eventName, shown);
    this.#dispatch(named, eventName, shown);
  }

  #dispatch(entries: readonly SubscriptionEntry[], eventName: string, payload: unknown): void {
    for (const entry of entries) {
      try {
        entry.f.call(entry, payload as never, eventName, this);
      } catch (error) {
        this.#options.onError?.(error, eventName);
      }
    }
  }

  /** A function that publishes what it is given here: `(payload, eventName) => …`. */
  bridge(): (payload: unknown, eventName: string) => void {
    return (payload, eventName) => this.trigger(eventName, payload);
  }

  /** Ends every subscription of one event. */
  unsubscribeEvent(eventName: string): void {
    for (const entry of this.#channels.get(eventName)?.list ?? NONE) entry.unsubscribe();
  }

  /** Ends every subscription. */
  unsubscribeAll(): void {
    for (const eventName of [...this.#channels.keys()]) this.unsubscribeEvent(eventName);
  }
}

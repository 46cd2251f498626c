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

/** The key under which catch-all subscribers are kept. docs/protocol.md, section 1.4. */
export const ALL_EVENTS = '<<all>>';

/** The subscriptions of one event. */
interface Channel {
  readonly subscriptions: Set<Subscription>;
  /** The same as dispatch walks through it; made again only after a change. */
  list: readonly Subscription[] | undefined;
}

const NONE: readonly Subscription[] = [];

/**
 * Publishes events to subscribers. docs/protocol.md, section 1.4.
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
  subscribe(eventName: string, f: EventCallback<never>, options?: SubscribeOptions): Subscription {
    assertNotNull(eventName, 'eventName');
    assertFunction(f, 'f');
    const signal = options?.signal;
    const unsubscribe = (): void => {
      this.#remove(subscription);
      signal?.removeEventListener('abort', unsubscribe);
    };
    const subscription: Subscription = { eventName, f, unsubscribe };
    if (!signal?.aborted) {
      this.#add(subscription);
      signal?.addEventListener('abort', unsubscribe);
    }
    return subscription;
  }

  #add(subscription: Subscription): void {
    const { eventName } = subscription;
    const channel = this.#channels.get(eventName) ?? { subscriptions: new Set(), list: undefined };
    channel.subscriptions.add(subscription);
    channel.list = undefined;
    this.#channels.set(eventName, channel);
  }

  #remove(subscription: Subscription): void {
    const channel = this.#channels.get(subscription.eventName);
    if (!channel?.subscriptions.delete(subscription)) return;
    channel.list = undefined;
    if (!channel.subscriptions.size) this.#channels.delete(subscription.eventName);
  }

  #list(eventName: string): readonly Subscription[] {
    const channel = this.#channels.get(eventName);
    return channel ? (channel.list ??= [...channel.subscriptions]) : NONE;
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
    return [...this.#list(eventName)];
  }

  /**
   * Calls the subscribers of an event.
   * @param eventName name of the event.
   * @param payload what they are given; anything falsy arrives as null, as existing code expects.
   * @throws ValueError if the name is missing.
   */
  trigger(eventName: string, payload?: unknown): void {
    assertNotNull(eventName, 'eventName');
    const all = this.#list(ALL_EVENTS);
    const named = this.#list(eventName);
    if (all === NONE && named === NONE) return;
    const { present } = this.#options;
    const shown = (present ? present(eventName, payload) : payload) || null;
    if (all !== NONE) this.#dispatch(all, eventName, shown);
    if (named !== NONE) this.#dispatch(named, eventName, shown);
  }

  #dispatch(subscriptions: readonly Subscription[], eventName: string, payload: unknown): void {
    for (const subscription of subscriptions) {
      try {
        subscription.f.call(subscription, payload as never, eventName, this);
      } catch (error) {
        this.#report(error, eventName);
      }
    }
  }

  /** A callback that publishes on this bus what it hears on another. */
  bridge(): EventCallback {
    return (payload, eventName) => this.trigger(eventName, payload);
  }

  /** What is told of a fault may fail itself, as when something was thrown that cannot be looked at. */
  #report(error: unknown, eventName: string): void {
    try {
      this.#options.onError?.(error, eventName);
    } catch (another) {
      reportError(another);
    }
  }

  /** Ends every subscription of one event. */
  unsubscribeEvent(eventName: string): void {
    for (const { unsubscribe } of this.#list(eventName)) unsubscribe();
  }

  /** Ends every subscription. */
  unsubscribeAll(): void {
    for (const eventName of [...this.#channels.keys()]) this.unsubscribeEvent(eventName);
  }
}

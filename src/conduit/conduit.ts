// A conduit: the two directions of one context's link, each with a bus of its own.
import { type EventCallback, EventBus, type Subscription } from '../events/event-bus.js';
import { assertNotNull } from '../errors/errors.js';
import type { Stream } from './stream.js';

/** What a conduit is made of. */
export interface ConduitOptions {
  /** Name of the conduit, as in protocol section 1.1. */
  name: string;
  /** Towards the worker. */
  upstream?: Stream;
  /** Towards the embedding page. */
  downstream?: Stream;
  /** Ends the conduit when it aborts: no listener of it is left. */
  signal: AbortSignal;
  /** Told when a listener throws. */
  onError?: (error: unknown, eventName: string) => void;
}

/** Carries envelopes between an upstream and a downstream side. Protocol section 1.3. */
export class Conduit {
  readonly name: string;
  readonly upstreamBus: EventBus;
  readonly downstreamBus: EventBus;
  readonly #upstream: Stream | undefined;
  readonly #downstream: Stream | undefined;

  constructor({ name, upstream, downstream, signal, onError }: ConduitOptions) {
    this.name = name;
    this.#upstream = upstream;
    this.#downstream = downstream;
    this.upstreamBus = new EventBus({ onError });
    this.downstreamBus = new EventBus({ onError });
    upstream?.onMessage(({ event, data }) => this.upstreamBus.trigger(event, data), signal);
    downstream?.onMessage(({ event, data }) => this.downstreamBus.trigger(event, data), signal);
    signal.addEventListener('abort', () => this.shutdown(), { once: true });
  }

  /** Subscribes to an event that comes from upstream; `signal` ends the subscription when it aborts. */
  onUpstream<Payload>(eventName: string, callback: EventCallback<Payload>, signal?: AbortSignal): Subscription {
    return this.upstreamBus.subscribe<Payload>(eventName, callback, { signal });
  }

  /** Subscribes to every event that comes from upstream. */
  onAllUpstream(callback: EventCallback): Subscription {
    return this.upstreamBus.subscribeAll(callback);
  }

  /** Subscribes to an event that comes from downstream. */
  onDownstream<Payload>(eventName: string, callback: EventCallback<Payload>): Subscription {
    return this.downstreamBus.subscribe(eventName, callback);
  }

  /** Subscribes to every event that comes from downstream. */
  onAllDownstream(callback: EventCallback): Subscription {
    return this.downstreamBus.subscribeAll(callback);
  }

  /**
   * Sends an event towards the worker.
   * @param eventName name of the event.
   * @param data what goes with it; must be cloneable.
   * @returns false if nothing can be sent now.
   * @throws ValueError without a name.
   */
  sendUpstream(eventName: string, data?: unknown): boolean {
    assertNotNull(eventName, 'eventName');
    return this.#upstream?.send({ event: eventName, data }) ?? false;
  }

  /**
   * Sends an event towards the embedding page.
   * @param eventName name of the event.
   * @param data what goes with it; must be cloneable.
   * @returns false if nothing can be sent now.
   * @throws ValueError without a name.
   */
  sendDownstream(eventName: string, data?: unknown): boolean {
    assertNotNull(eventName, 'eventName');
    return this.#downstream?.send({ event: eventName, data }) ?? false;
  }

  /** A subscriber that sends on what it hears, towards the worker. */
  passUpstream(): EventCallback {
    return (data, eventName) => this.sendUpstream(eventName, data);
  }

  /** A subscriber that sends on what it hears, towards the embedding page. */
  passDownstream(): EventCallback {
    return (data, eventName) => this.sendDownstream(eventName, data);
  }

  /** Ends every subscription on both sides. */
  shutdown(): void {
    this.upstreamBus.unsubscribeAll();
    this.downstreamBus.unsubscribeAll();
  }
}

// A conduit: one context's link to the worker, with a bus for what comes from there.
import { type EventCallback, EventBus, type Subscription } from '../events/event-bus.js';
import { assertNotNull } from '../errors/errors.js';
import type { Stream } from './stream.js';

/** What a conduit is made of. */
export interface ConduitOptions {
  /** Name of the conduit, as in docs/protocol.md, section 1.1. */
  name: string;
  /** Towards the worker. */
  upstream?: Stream;
  /** Ends the conduit when it aborts: no listener of it is left. */
  signal: AbortSignal;
  /** Told when a listener throws. */
  onError?: (error: unknown, eventName: string) => void;
}

/** Carries envelopes to and from the upstream side. docs/protocol.md, section 1.3. */
export class Conduit {
  readonly name: string;
  readonly upstreamBus: EventBus;
  readonly #upstream: Stream | undefined;

  constructor({ name, upstream, signal, onError }: ConduitOptions) {
    this.name = name;
    this.#upstream = upstream;
    this.upstreamBus = listenTo(upstream, signal, onError);
  }

  /** Subscribes to an event that comes from upstream; `signal` ends the subscription when it aborts. */
  onUpstream<Payload>(eventName: string, callback: EventCallback<Payload>, signal?: AbortSignal): Subscription {
    return this.upstreamBus.subscribe<Payload>(eventName, callback, { signal });
  }

  /** Subscribes to every event that comes from upstream. */
  onAllUpstream(callback: EventCallback): Subscription {
    return this.upstreamBus.subscribeAll(callback);
  }

  /**
   * Sends an event towards the worker.
   * @param eventName name of the event.
   * @param data what goes with it; must be cloneable.
   * @returns false if nothing can be sent now.
   * @throws ValueError without a name.
   */
  sendUpstream(eventName: string, data?: unknown): boolean {
    return sendTo(this.#upstream, eventName, data);
  }
}

/**
 * Makes a bus of what comes over a stream.
 * @param stream one side of a conduit, if it has that side.
 * @param signal ends every subscription when it aborts.
 * @param onError told when a subscriber throws.
 */
export function listenTo(
  stream: Stream | undefined,
  signal: AbortSignal,
  onError: ConduitOptions['onError'],
): EventBus {
  const bus = new EventBus({ onError });
  stream?.onMessage(({ event, data }) => bus.trigger(event, data), signal);
  signal.addEventListener('abort', () => bus.unsubscribeAll(), { once: true });
  return bus;
}

/**
 * Sends an event over a stream.
 * @param stream one side of a conduit, if it has that side.
 * @param event name of the event.
 * @param data what goes with it.
 * @returns false if nothing can be sent now.
 * @throws ValueError without a name.
 */
export function sendTo(stream: Stream | undefined, event: string, data: unknown): boolean {
  return stream?.send({ event: assertNotNull(event, 'eventName'), data }) ?? false;
}

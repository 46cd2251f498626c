// The conduit of a context in the middle: besides the worker above it has the embedding page below.
import { Conduit, type ConduitOptions, listenTo, sendTo } from '../../conduit/conduit.js';
import type { Stream } from '../../conduit/stream.js';
import type { EventBus, EventCallback, Subscription } from '../../events/event-bus.js';

/** What a conduit with two sides is made of. */
export interface TwoWayConduitOptions extends ConduitOptions {
  /** Towards the embedding page. */
  downstream?: Stream;
}

/** Carries envelopes to and from an upstream and a downstream side. docs/protocol.md, section 1.3. */
export class TwoWayConduit extends Conduit {
  readonly downstreamBus: EventBus;
  readonly #downstream: Stream | undefined;

  constructor({ downstream, ...options }: TwoWayConduitOptions) {
    super(options);
    this.#downstream = downstream;
    this.downstreamBus = listenTo(downstream, options.signal, options.onError);
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
   * Sends an event towards the embedding page.
   * @param eventName name of the event.
   * @param data what goes with it; must be cloneable.
   * @returns false if nothing can be sent now.
   * @throws ValueError without a name.
   */
  sendDownstream(eventName: string, data?: unknown): boolean {
    return sendTo(this.#downstream, eventName, data);
  }
}

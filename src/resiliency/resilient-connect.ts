// connect.globalResiliency: two regions behind one runtime, whose subscriptions stay when the agent moves. docs/protocol.md, section 10.2.
import { type Connect, createConnect, type RuntimeOptions } from '../connect.js';
import { StateError, ValueError } from '../errors/errors.js';
import type { EventCallback, Subscription } from '../events/event-bus.js';
import { GlobalResiliencyEvents } from '../events/event-names.js';
import { checkedAddress } from '../embedding/addresses.js';
import { Embedding } from '../embedding/embedding.js';
import type { InitCcpOptions } from '../embedding/options.js';
import { TwoCcps } from './two-ccps.js';

/** What `globalResiliency.onFailoverDetected` and `onFailoverPending` give. */
export interface NextActiveRegion {
  readonly nextActiveRegion: string | null;
}

/** What `globalResiliency.onFailoverCompleted` gives. */
export interface FailoverCompleted {
  readonly activeRegion: string;
  /** Origin of the region's CCP. */
  readonly activeCcpUrl: string;
}

/** A runtime that embeds two regions if `initCCP` is given `enableGlobalResiliency`. */
export type ResilientConnect = Connect & { readonly globalResiliency: GlobalResiliency };

/** Everything that is under `connect.globalResiliency`. */
export interface GlobalResiliency {
  /** Region where the agent works; null before a CCP has said so, and without two regions. */
  getActiveRegion(): string | null;
  /** Called when a CCP has found out that the other region is to be the active one. */
  onFailoverDetected(f: EventCallback<NextActiveRegion>): Subscription;
  /** Called when a failover waits for the end of a voice contact. */
  onFailoverPending(f: EventCallback<NextActiveRegion>): Subscription;
  /** Called when the other region is the active one and its first data are there. */
  onFailoverCompleted(f: EventCallback<FailoverCompleted>): Subscription;
  /** Called when the regions cannot be set up: then one CCP is embedded. */
  onConfigureError(f: EventCallback<unknown>): Subscription;
  /**
   * Moves the agent over to the other region, at once.
   * @throws StateError if two regions are not embedded.
   */
  forceFailover(): void;
}

/** What ChatJS leaves on `connect`, as far as a change of the region concerns it. */
interface RegionalChatJs {
  setRegionOverride?(region: string): void;
}

/** What two regions lack, in words, or null. An address that is there and is none is refused like that of one region. */
function problemOf(options: InitCcpOptions): string | null {
  for (const name of ['secondaryCCPUrl', 'loginUrl'] as const) {
    const isThere = checkedAddress(`params.${name}`, options[name], document.baseURI);
    if (!isThere) return `enableGlobalResiliency needs ${name}, a web address`;
  }
  return null;
}

/**
 * Makes a runtime that knows two regions too.
 * @param options how it is made.
 */
export function createResilientConnect(options: RuntimeOptions = {}): ResilientConnect {
  let ccps: TwoCcps | undefined;
  let areTwo = false;
  const connect = createConnect({
    ...options,
    embed(needs) {
      ccps = areTwo ? new TwoCcps(needs, changed) : undefined;
      return ccps ?? new Embedding(needs);
    },
  });
  const { core } = connect;
  const embedOne = core.initCCP;
  const bus = core.getEventBus();

  function changed(region: string): void {
    try {
      (connect.ChatSession as RegionalChatJs | undefined)?.setRegionOverride?.(region);
    } catch (error) {
      connect.getLog().error('ChatJS did not take the region %s.', region).withException(error);
    }
  }

  const present = (): TwoCcps | undefined => (ccps?.signal.aborted ? undefined : ccps);

  function initCCP(container: Element, given: InitCcpOptions | string): void {
    if (typeof given === 'string' || !given?.enableGlobalResiliency) return embedOne(container, given);
    const { enableGlobalResiliency, ...rest } = given;
    const problem = problemOf(rest);
    areTwo = enableGlobalResiliency && problem === null;
    try {
      embedOne(container, rest);
    } finally {
      areTwo = false;
    }
    if (problem === null) return;
    const error = new ValueError('%s: one region is embedded.', problem);
    connect.getLog().error('%s', error.message);
    bus.trigger(GlobalResiliencyEvents.CONFIGURE_ERROR, error);
  }

  const globalResiliency: GlobalResiliency = {
    getActiveRegion: () => present()?.activeRegion ?? null,
    onFailoverDetected: (f) => bus.subscribe<NextActiveRegion>(GlobalResiliencyEvents.FAILOVER_DETECTED_CRM, f),
    onFailoverPending: (f) => bus.subscribe<NextActiveRegion>(GlobalResiliencyEvents.FAILOVER_PENDING_CRM, f),
    onFailoverCompleted: (f) => bus.subscribe<FailoverCompleted>(GlobalResiliencyEvents.FAILOVER_COMPLETE, f),
    onConfigureError: (f) => bus.subscribe<unknown>(GlobalResiliencyEvents.CONFIGURE_ERROR, f),
    forceFailover() {
      const regions = present();
      if (!regions)
        throw new StateError('No two regions are embedded: call initCCP with enableGlobalResiliency first.');
      regions.forceFailover();
    },
  };

  core.initCCP = initCCP;
  return Object.assign(connect, { initCCP, globalResiliency });
}

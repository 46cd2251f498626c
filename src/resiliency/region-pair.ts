// Two regions of one agent, of which one is active: hears what their CCPs say of it, and moves the agent over. docs/protocol.md, section 10.1.
import type { Connect } from '../connect.js';
import type { Subscription } from '../events/event-bus.js';
import { DisasterRecoveryEvents, LinkEventType } from '../events/event-names.js';
import type { LogDownloadOptions } from '../log/logger.js';

/** One region with its CCP. */
export interface RegionSite {
  /** AWS region, perhaps with a discriminator after a dot: `us-east-1.instance0`. */
  readonly region: string;
  /** ARN of its instance. */
  readonly instanceArn: string | undefined;
  readonly ccpUrl: string;
  /** The runtime of its own that it runs on. */
  readonly connect: Connect;
}

/** Hears of the pair's start and of failovers. */
export interface RegionPairListener {
  /** Once: the active region's CCP has answered, and contacts can be taken. */
  ready(): void;
  /** A failover waits for the end of a voice contact. */
  pending(nextActiveArn: string | null): void;
  /** The other region is the active one now. */
  complete(): void;
}

/** The data of a failover, and of one that is pending; what does not fit counts as absent. */
interface FailoverData {
  readonly nextActiveArn?: string;
  readonly isPrimary?: boolean;
}

/** Keeps which of two regions is active. */
export class RegionPair<Site extends RegionSite = RegionSite> {
  readonly #listener: RegionPairListener;
  readonly #subscriptions: Subscription[];
  readonly #answered = new Set<Site>();
  #active: Site;
  #standby: Site;
  /** A region that the agent has left while it did not answer: it has to be told when it answers again. */
  #untold: Site | null = null;
  #isReady = false;
  #isPending = false;

  /**
   * @param active the region to begin with.
   * @param standby the other one.
   * @param listener told of what becomes of them.
   */
  constructor(active: Site, standby: Site, listener: RegionPairListener) {
    this.#active = active;
    this.#standby = standby;
    this.#listener = listener;
    this.#subscriptions = [active, standby].flatMap((site) => {
      const { core } = site.connect;
      const bus = core.getEventBus();
      return [
        core.onStatusChange(({ status }) => status === 'ready' && this.#returned(site)),
        bus.subscribe(LinkEventType.INIT, () => {
          this.#answered.add(site);
          this.#maybeReady();
        }),
        bus.subscribe<FailoverData | null>(DisasterRecoveryEvents.FAILOVER, (data) => {
          const isHere = data?.nextActiveArn !== undefined && data.nextActiveArn === this.#standby.instanceArn;
          if (isHere || (data?.isPrimary === false && site === this.#active)) this.#switch();
        }),
        bus.subscribe<FailoverData | null>(DisasterRecoveryEvents.FAILOVER_PENDING, (data) => {
          if (this.#isPending || site !== this.#active) return;
          this.#isPending = true;
          listener.pending(data?.nextActiveArn ?? this.#standby.instanceArn ?? null);
        }),
      ];
    });
  }

  /** The region where the agent works. */
  get active(): Site {
    return this.#active;
  }

  /** The other one. */
  get standby(): Site {
    return this.#standby;
  }

  /**
   * Moves the agent over to the other region. If the present one still answers, its CCP is told, ends or awaits its
   * contacts, takes the agent offline, and then says so; if it does not, the other one takes over at once.
   * @param isSoft true: a voice contact is brought to its end first; other contacts are left at once.
   */
  failover(isSoft = false): void {
    const isAnswering = this.#active.connect.core.getStatus() === 'ready';
    this.#retire(this.#active, isSoft);
    if (isAnswering) return;
    this.#untold = this.#active;
    this.#switch();
  }

  /**
   * Saves one log file for each region, `<region>-<logName>.txt`. Global Resiliency documentation.
   * @param options as those of `connect.getLog().download()`.
   */
  downloadLogs({ logName = 'agent-log', filterByLogLevel }: LogDownloadOptions = {}): void {
    for (const { region, connect } of [this.#active, this.#standby]) {
      connect.getLog().download({ logName: `${region}-${logName}`, filterByLogLevel });
    }
  }

  /** Stops listening. */
  end(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
  }

  /** Tells a region's CCP something, if it is there. */
  #send({ connect: { core } }: Site, event: string, data: unknown): void {
    if (core.initialized) core.getUpstream().sendUpstream(event, data);
  }

  /** Tells it to give no more contacts, or to give them again. */
  #suppress(site: Site, suppress: boolean): void {
    this.#send(site, DisasterRecoveryEvents.SUPPRESS, { suppress, shouldSendFailoverDownstream: false });
  }

  /** Has a region's CCP take the agent offline. */
  #retire(site: Site, softFailover: boolean): void {
    this.#suppress(site, true);
    this.#send(site, DisasterRecoveryEvents.SET_OFFLINE, { softFailover });
  }

  /** A region answers: if it was left in silence, it has to be told now. */
  #returned(site: Site): void {
    if (site !== this.#untold) return;
    this.#untold = null;
    if (site !== this.#active) this.#retire(site, false);
  }

  #maybeReady(): void {
    if (this.#isReady || !this.#answered.has(this.#active)) return;
    this.#isReady = true;
    this.#listener.ready();
  }

  #switch(): void {
    [this.#active, this.#standby] = [this.#standby, this.#active];
    this.#isPending = false;
    this.#suppress(this.#active, false);
    this.#maybeReady();
    this.#listener.complete();
  }
}

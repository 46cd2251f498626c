// Two hosts led as one: which of them is active, what each is told, one sign-in for both, and window.connect.
import { type InitCcpOptions, logout } from '../../src/index.js';
import { STANDBY_RETRY } from '../../src/sign-in/defaults.js';
import { ActiveConnect } from '../../src/resiliency/active-connect.js';
import { RegionPair } from '../../src/resiliency/region-pair.js';
import type { RegisteredHost } from '../host/registry.js';
import type { RegionHost, RegionLead } from '../host/region-lead.js';

/** The settings that are the same for both regions. */
export interface CoordinatorSettings {
  /** Address that the sign-in window opens. */
  readonly loginUrl: string | undefined;
  /** True if the CCPs themselves ask which region is active. */
  readonly polls: boolean;
}

/** Hears of failovers. */
export interface CoordinatorListener {
  /** A failover waits for the end of a voice contact. */
  pending(): void;
  /** The other region is the active one now. */
  complete(): void;
}

/** Leads two regions until it is ended. */
export class RegionCoordinator implements RegionLead {
  readonly #regions: readonly [RegionHost, RegionHost];
  readonly #settings: CoordinatorSettings;
  readonly #listener: CoordinatorListener;
  readonly #page = new ActiveConnect(() => this.active.connect);
  readonly #end = new AbortController();
  #pair: RegionPair<RegionHost>;

  /**
   * @param regions both; the first one opens the sign-in window.
   * @param active the one to begin with.
   * @param settings those that are the same for both.
   * @param listener hears of failovers.
   */
  constructor(
    regions: readonly [RegionHost, RegionHost],
    active: RegionHost,
    settings: CoordinatorSettings,
    listener: CoordinatorListener,
  ) {
    this.#regions = regions;
    this.#settings = settings;
    this.#listener = listener;
    const { signal } = this.#end;
    const [first, second] = regions;
    this.#pair = this.#follow(active, active === first ? second : first);
    for (const [one, other] of [
      [first, second],
      [second, first],
    ]) {
      // A session counts for both regions, and after `terminate()` both start again together.
      one.addEventListener('connect-ready', () => retryUnsigned(other), { signal });
      one.addEventListener(
        'connect-status-change',
        ({ previous }) => void (previous === 'terminated' && other.status === previous && other.retry()),
        { signal },
      );
    }
  }

  /** The region where the agent works. */
  get active(): RegionHost {
    return this.#pair.active;
  }

  /** The other one. */
  get standby(): RegionHost {
    return this.#pair.standby;
  }

  /** The pair under it. */
  get pair(): RegionPair<RegionHost> {
    return this.#pair;
  }

  /** Lets both begin, unless they run already with the same settings. */
  lead(): void {
    for (const region of this.#regions) region.manage(this);
  }

  /** Stops leading, and gives `window.connect` back. The regions go on as they are. */
  end(): void {
    this.#pair.end();
    this.#page.end();
    this.#end.abort();
  }

  optionsFor(region: RegisteredHost): InitCcpOptions {
    const { loginUrl, polls } = this.#settings;
    const [first, second] = this.#regions;
    const isFirst = region === first;
    const [own, other] = isFirst ? [first, second] : [second, first];
    return {
      ccpUrl: own.ccpUrl,
      region: own.region.split('.')[0],
      disasterRecoveryOn: true,
      pollForFailover: polls,
      otherArn: other.instanceArn,
      isPrimary: () => this.isActive(own),
      loginUrl: loginUrl ?? own.loginUrl,
      ...(!isFirst && { loginMode: 'none', retry: STANDBY_RETRY }),
    };
  }

  begins(): void {
    if (this.#end.signal.aborted) return;
    this.#pair.end();
    this.#pair = this.#follow(this.active, this.standby);
  }

  isActive(region: RegisteredHost): boolean {
    return region === this.active;
  }

  login(): void {
    const [first, second] = this.#regions;
    if (first.status === 'terminated') return void first.retry();
    first.connect.core.login();
    retryUnsigned(second);
  }

  async logout(): Promise<void> {
    // A standby region that cannot sign out does not keep the agent from signing out.
    logout(this.standby.connect).catch(() => {});
    await logout(this.active.connect);
  }

  #follow(active: RegionHost, standby: RegionHost): RegionPair<RegionHost> {
    return new RegionPair(active, standby, {
      ready() {},
      pending: () => this.#listener.pending(),
      complete: () => {
        retryUnsigned(this.active);
        this.lead();
        this.#listener.complete();
      },
    });
  }
}

/** Loads a region without a session again: it may now find the session of the other region. */
function retryUnsigned(region: RegionHost): void {
  if (region.status === 'signed-out' || region.status === 'expired') region.retry();
}

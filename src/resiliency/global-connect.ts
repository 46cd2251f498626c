// globalConnect: embeds the CCPs of two regions and follows the one where the agent works. Global Resiliency documentation; docs/protocol.md, section 10.1.
import { promised } from '../conduit/native-promise.js';
import { isRecord } from '../conduit/wire.js';
import { type Connect, createConnect } from '../connect.js';
import { assertFunction, StateError, ValueError } from '../errors/errors.js';
import { EventBus } from '../events/event-bus.js';
import type { LogDownloadOptions } from '../log/logger.js';
import { ActiveConnect, createScriptTrust } from './active-connect.js';
import { checkedGlobalOptions, type GlobalInitOptions, optionsByRegion } from './global-options.js';
import { RegionPair, type RegionSite } from './region-pair.js';
import { RegionStage } from './region-stage.js';

/** What is told to those who wait for regions that the page has ended. */
const ended = (): StateError => new StateError('globalConnect.core.terminate() has ended the two regions.');

const INIT = 'init';
const COMPLETE = 'complete';
const PENDING = 'pending';

/** What `core.onFailoverComplete` gives. */
export interface FailoverComplete {
  readonly activeRegion: string;
  /** The region's `ccpUrl`, as it was given. */
  readonly activeCcpUrl: string;
}

/** What `core.onFailoverPending` gives. */
export interface FailoverPending {
  readonly nextActiveArn: string | null;
}

/** Everything that Global Resiliency documentation describes under `globalConnect`. */
export type GlobalConnect = ReturnType<typeof createGlobalConnect>;

/** One set-up of two regions, from `initCCP` to `terminate`. */
interface Setup {
  /** Undefined before `getPrimaryRegion` has begun. */
  pair?: RegionPair;
  end?(): void;
  /** Aborts when it is ended: nobody waits for it then. */
  readonly scope: AbortController;
  /** What waits for the regions: the page need not be told of an end that it has made itself. */
  readonly waiting: PromiseLike<unknown>[];
}

/** Makes a `globalConnect`. Nothing happens before `core.initCCP`. */
export function createGlobalConnect() {
  const bus = new EventBus({
    onError: (error) => console.error('globalConnect: a handler failed.', error),
  });
  const on = (event: string, f: (payload: never) => void): (() => void) => {
    const subscription = bus.subscribe(event, f);
    return () => subscription.unsubscribe();
  };
  const trust = createScriptTrust();
  let setup: Setup | undefined;

  function present(): RegionPair {
    if (!setup?.pair) throw new StateError('No two regions are embedded: call globalConnect.core.initCCP first.');
    return setup.pair;
  }

  /** Embeds both regions, one of them as the active one. Resolves when that one's CCP, or that of the other, can take over. */
  async function begin(own: Setup, container: HTMLElement, options: GlobalInitOptions, given?: string | null) {
    if (setup !== own) throw ended();
    const names = [options.region, options.standByRegion.region];
    const first = given || (options.pollForFailover ? names[0] : '');
    if (!names.includes(first)) throw new ValueError('primaryRegion must be one of %s', names.join(' and '));
    let hooksCalled!: () => void;
    // A CCP may report contacts before the page's hooks, which are to see them, have been called.
    const holdDataUntil = promised<void>((resolve) => (hooksCalled = resolve));
    const params = optionsByRegion(options, (region) => own.pair?.active.region === region);
    const sites = names.map((region): RegionSite => {
      const { instanceArn, ccpUrl } = params[region];
      return { region, instanceArn, ccpUrl, connect: createConnect({ holdDataUntil }) };
    });
    const stage = new RegionStage(container, names, first);
    const [active, standby] = first === names[0] ? sites : sites.toReversed();
    let pair!: RegionPair;
    const ready = promised<Connect>((resolve, reject) => {
      own.scope.signal.addEventListener('abort', () => reject(ended()));
      pair = own.pair = new RegionPair(active, standby, {
        ready() {
          for (const site of sites) bus.trigger(INIT, site);
          resolve(pair.active.connect);
          // After all that waits for the promise.
          setTimeout(hooksCalled);
        },
        pending: (nextActiveArn) => bus.trigger(PENDING, { nextActiveArn }),
        complete() {
          const { region: activeRegion, ccpUrl: activeCcpUrl } = pair.active;
          stage.show(activeRegion);
          bus.trigger(COMPLETE, { activeRegion, activeCcpUrl });
        },
      });
    });
    const page = new ActiveConnect(() => pair.active.connect);
    own.end = () => {
      pair.end();
      page.end();
      for (const { connect } of sites) connect.core.terminate();
      stage.end();
    };
    // All scripts run before the first frame is made.
    for (const { region, connect } of sites) {
      await page.run(options.additionalScripts ?? [], connect, trust, (url, hint = '') =>
        connect.getLog().error('The script %s of %s does not load.%s', url, region, hint),
      );
    }
    if (setup === own)
      for (const { region, connect } of sites) connect.core.initCCP(stage.boxOf(region), params[region]);
    return ready;
  }

  const core = {
    /**
     * Embeds the CCPs of two regions; the one where the agent works is shown, and `window.connect` is its API.
     * @param container the element that the frames fill.
     * @param given settings of both; `getPrimaryRegion` is called at once and begins.
     * @throws ValueError if something is missing; StateError if two regions are embedded already. Global Resiliency documentation.
     */
    initCCP(container: HTMLElement, given: GlobalInitOptions): void {
      const options = checkedGlobalOptions(container, given);
      if (setup) throw new StateError('Two regions are embedded: call globalConnect.core.terminate first.');
      const own: Setup = (setup = { scope: new AbortController(), waiting: [] });
      let begun: Promise<Connect> | undefined;
      const beginOnce = (given?: string | null): Promise<Connect> => {
        if (begun) return begun;
        begun = begin(own, container, options, given);
        own.waiting.push(begun);
        return begun;
      };
      try {
        const outcome: unknown = options.getPrimaryRegion(beginOnce, (callback) => {
          console.error('globalConnect: getPrimaryRegion found no region.');
          callback?.();
        });
        // An async function waits for what it begins.
        if (isRecord(outcome) && typeof outcome.then === 'function')
          own.waiting.push(outcome as unknown as Promise<unknown>);
      } catch (error) {
        // The next call begins anew, unless it had begun before it failed.
        if (!begun) setup = undefined;
        throw error;
      }
    },

    /** Ends both CCPs and gives `window.connect` back. Not in amazon-connect-streams. */
    terminate(): void {
      const last = setup;
      setup = undefined;
      last?.end?.();
      for (const one of last?.waiting ?? []) one.then(undefined, () => {});
      last?.scope.abort();
    },

    /**
     * Registers a function that is called with each region's API once the agent can take contacts, before any data of
     * theirs are read. Global Resiliency documentation.
     * @returns a function that takes it off again.
     */
    onInit: (f: (connect: Connect, region: string) => void): (() => void) => {
      assertFunction(f, 'f');
      return on(INIT, ({ connect, region }: RegionSite) => f(connect, region));
    },

    /** Registers a function that is called when the other region has become the active one. Global Resiliency documentation. */
    onFailoverComplete: (f: (event: FailoverComplete) => void) => on(COMPLETE, f),

    /** Registers a function that is called when a failover waits for the end of a voice contact. Global Resiliency documentation. */
    onFailoverPending: (f: (event: FailoverPending) => void) => on(PENDING, f),

    /**
     * Saves one log file for each region, `<region>-<logName>.txt`. Global Resiliency documentation.
     * @throws StateError before `initCCP`.
     */
    downloadLogs: (options?: LogDownloadOptions): void => present().downloadLogs(options),

    /**
     * Moves the agent over to the other region.
     * @param isSoft true: after the end of a voice contact.
     * @throws StateError before `initCCP`. docs/protocol.md, section 10.1.
     */
    failover: (isSoft?: boolean): void => present().failover(isSoft),

    /** Region where the agent works, once `getPrimaryRegion` has begun. Global Resiliency documentation. */
    get primaryRegion(): string | undefined {
      return setup?.pair?.active.region;
    },

    /** The other region. Global Resiliency documentation. */
    get secondaryRegion(): string | undefined {
      return setup?.pair?.standby.region;
    },
  };

  return { core };
}

// The page's own softphone as its runtime holds it: asked for by `initSoftphoneManager`, fetched then, and given up for the frame's if it does not come.
import type { AgentData } from '../conduit/wire.js';
import { AgentEvents, CcpEvents, LinkEventType } from '../events/event-names.js';
import type { SoftphoneManager } from './softphone-manager.js';
import type { Softphone, SoftphoneNeeds } from './softphone.js';
import type { SoftphoneManagerOptions } from './softphone-options.js';

/** The module that is fetched. */
export interface SoftphoneModule {
  startSoftphone(needs: SoftphoneNeeds, atFirst: AgentData | null): Softphone;
}

/** Where the sound of calls is. */
export interface SoundChange {
  /** Who takes the calls: the page, or the CCP's frame, to which it falls back. */
  readonly place: 'page' | 'frame';
  /** True while a call of this page has sound, or is getting it. */
  readonly isLive: boolean;
}

/** What it needs of its runtime. */
export interface PageSoftphoneNeeds extends Omit<SoftphoneNeeds, 'options' | 'signal'> {
  /** Fetches the module. */
  load(): Promise<SoftphoneModule>;
  /** Has the CCP's frame take the calls. */
  letFrameTakeCalls(): void;
}

const TWICE =
  'core.initSoftphoneManager() is ignored: the page takes the calls already. Call core.terminate() first to begin anew.';
const NOT_LOADED =
  'The softphone of the page could not be loaded: the CCP’s frame takes the calls. Serve softphone.min.js beside the script, or let the page’s policy load it.';

/** The softphone of one runtime. Does nothing before {@link init}. */
export class PageSoftphone {
  readonly #needs: PageSoftphoneNeeds;
  #scope: AbortController | null = null;
  #softphone: Softphone | null = null;
  /** True if what is needed could not be loaded. */
  #isGivenUp = false;

  /** @param needs what it works with. */
  constructor(needs: PageSoftphoneNeeds) {
    this.#needs = needs;
  }

  /** The manager, while this tab takes the calls; null before. */
  get manager(): SoftphoneManager | null {
    return this.#softphone?.manager ?? null;
  }

  /** True while a call of this page has sound, or is getting it. */
  get hasSound(): boolean {
    return this.manager?.hasSound ?? false;
  }

  /** Who takes the calls: the page, or the frame because the page could not; null until the page was asked to. */
  get place(): SoundChange['place'] | null {
    if (!this.#scope) return null;
    return this.#isGivenUp ? 'frame' : 'page';
  }

  /**
   * The page takes the calls from now on.
   * @param options how.
   */
  init(options: SoftphoneManagerOptions = {}): void {
    const { load, log, bus, letFrameTakeCalls, agent } = this.#needs;
    if (this.#scope) {
      log.warn(TWICE);
      return;
    }
    const { signal } = (this.#scope = new AbortController());
    // Noted before anything is waited for: a call that begins while the module is fetched is the page's.
    let first = agent();
    const fetched = new AbortController();
    bus.subscribe(AgentEvents.REFRESH, () => void (first ??= agent()), { signal: fetched.signal });
    load().then(
      ({ startSoftphone }) => {
        fetched.abort();
        if (!signal.aborted) this.#softphone = startSoftphone({ ...this.#needs, options, signal }, first);
        // A customer's data are kept no longer than they are needed.
        first = null;
      },
      (error: unknown) => {
        fetched.abort();
        first = null;
        if (signal.aborted) return;
        this.#isGivenUp = true;
        log.error(NOT_LOADED).withException(error);
        letFrameTakeCalls();
        // So does each CCP that comes after this one.
        bus.subscribe(LinkEventType.INIT, letFrameTakeCalls, { signal });
        bus.trigger(CcpEvents.SOUND, Object.freeze({ place: 'frame', isLive: false }));
      },
    );
  }

  /** Ends it, with the sound of every call. */
  end(): void {
    this.#scope?.abort();
    this.#scope = this.#softphone = null;
    this.#isGivenUp = false;
  }
}

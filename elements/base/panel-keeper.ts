// Whether a host's panel outlives it, and the one that does. What it takes is loaded where a host has `keep-alive`.
import { type Connect, type InitCcpOptions, watchAudioOwner } from '../../src/index.js';
import type { KeptCcp } from './kept-ccp.js';
import { keptPanel, type KeptPanel } from './kept-ccps.js';

/** A host whose panel may outlive it. */
export interface KeepingHost {
  readonly ccpUrl: string;
  readonly headless: boolean;
  keepAlive: boolean;
}

/** Settings as text, to compare. Words of the page's language are none. */
const settingsOf = (options: InitCcpOptions): string => JSON.stringify({ ...options, iframeTitle: undefined });

/** The kept panel of one host. */
export class PanelKeeper {
  readonly #host: KeepingHost;
  readonly #isRegion: () => boolean;
  #made: typeof KeptCcp | undefined;
  #panel: KeptPanel | undefined;

  /**
   * @param host the host.
   * @param isRegion true while it is one of two regions, whose panels cannot be kept: what one is told depends on the other.
   */
  constructor(host: KeepingHost, isRegion: () => boolean) {
    this.#host = host;
    this.#isRegion = isRegion;
  }

  /** The panel that the host has, or has left: it can be ended from there. */
  get panel(): KeptPanel | undefined {
    return this.#panel;
  }

  /** A panel that is kept for the host's address. */
  get waiting(): KeptPanel | undefined {
    return this.#isRegion() ? undefined : keptPanel(this.#host.ccpUrl);
  }

  /** True if the host's panel is to outlive it. */
  get #isOn(): boolean {
    const { keepAlive, headless } = this.#host;
    return keepAlive && headless && !this.#isRegion();
  }

  /**
   * Looks whether the host can embed its panel now.
   * @param later called when it can, if it cannot yet. Without the module the panel lives and ends with the host.
   */
  isReady(later: () => void): boolean {
    const host = this.#host;
    if (!host.keepAlive || this.#made) return true;
    const isOn = this.#isOn;
    void import('./kept-ccp.js')
      .then(
        (module) => {
          if (isOn) this.#made = module.KeptCcp;
          else module.warnOfNothingKept(host.ccpUrl);
        },
        () => (host.keepAlive = false),
      )
      .then(() => isOn && later());
    return !isOn;
  }

  /**
   * Makes the place of a new panel, if it is to be kept.
   * @param connect the runtime that it will run on.
   * @param options what it will be told.
   */
  hold(connect: Connect, options: InitCcpOptions): void {
    if (!this.#isOn || !this.#made) return;
    const { ccpUrl } = this.#host;
    const settings = settingsOf(options);
    this.#panel = new this.#made({ ccpUrl, connect, settings, followOwner: watchAudioOwner });
  }

  /** Takes a panel over. */
  take(panel: KeptPanel, options: InitCcpOptions): void {
    this.#panel = panel;
    panel.take(settingsOf(options));
  }

  /** Leaves the panel to the next host; false if it is not kept. */
  leave(): boolean {
    if (!this.#panel || !this.#isOn) return false;
    this.#panel.leave();
    return true;
  }

  /** Has nothing to do with a panel any more. */
  forget(): void {
    this.#panel = undefined;
  }
}

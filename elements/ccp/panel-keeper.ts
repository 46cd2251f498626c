// Keeps the panel of a host alive after its element has been removed. Most of it is loaded where a host has `keep-alive`.
import { type Connect, type InitCcpOptions, watchAudioOwner } from '../../src/index.js';
import { contentOf } from './content.js';
import type { KeptCcp } from './kept-ccp.js';
import { keptPanel, type KeptPanel } from './kept-ccps.js';

/** A host whose panel may outlive it. */
export interface KeepingHost {
  readonly ccpUrl: string;
  readonly headless: boolean;
  keepAlive: boolean;
}

/** Settings as text, to compare; without the frame's title, which depends on the page's language. */
const settingsOf = (options: InitCcpOptions): string => contentOf({ ...options, iframeTitle: undefined });

/** The kept panel of one host. */
export class PanelKeeper {
  readonly #host: KeepingHost;
  readonly #isRegion: () => boolean;
  #made: typeof KeptCcp | undefined;
  #panel: KeptPanel | undefined;

  /**
   * @param host the host.
   * @param isRegion true while it is one of two regions. Their panels cannot be kept: the settings of one depend on the other.
   */
  constructor(host: KeepingHost, isRegion: () => boolean) {
    this.#host = host;
    this.#isRegion = isRegion;
  }

  /** The kept panel of the host, also after the host has left it: `terminate()` still ends it then. */
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
   * True if the host can embed its panel now; false while the module that keeps panels is loading.
   * @param later called when it has loaded or failed to load. In the latter case the panel ends with the host.
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

  /** Forgets the panel. */
  forget(): void {
    this.#panel = undefined;
  }
}

// Where a host takes calls: in the panel's frame, or in the page itself, whose sound outlives the frame.
import type { Connect, SoftphoneOptions } from '../../src/index.js';
import type { HostStore } from '../host/store.js';

/** A host that can take calls in the page. */
export interface PageSoundHost {
  readonly softphone?: string;
  readonly withoutSoftphone: boolean;
  readonly options?: { readonly softphone?: SoftphoneOptions };
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** True if a host takes calls in the page. */
export const takesCallsInPage = ({
  softphone,
  withoutSoftphone,
}: Pick<PageSoundHost, 'softphone' | 'withoutSoftphone'>): boolean => softphone === 'page' && !withoutSoftphone;

const NOT_LOADED =
  'The softphone of the page could not be loaded: calls are taken in the frame of the panel. Serve softphone.min.js beside the bundle, or let the page’s policy load it.';

/** The page's softphone of one host. */
export class PageSound {
  readonly #host: PageSoundHost;
  readonly #store: HostStore;
  readonly #changed: () => void;
  /** The runtime whose softphone this host has asked for. */
  #begun: Connect | null = null;
  #told: { unsubscribe(): void } | null = null;

  /**
   * @param host the host.
   * @param store told if what takes the calls cannot be loaded.
   * @param changed called when a call of the page may have begun or ended.
   */
  constructor(host: PageSoundHost, store: HostStore, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    this.#store = store;
  }

  /**
   * True if the host as it is now would end the sound of a call that it has taken in the page.
   * @param connect the runtime.
   */
  wouldCut({ core }: Connect): boolean {
    return core.hasPageSound() && !takesCallsInPage(this.#host);
  }

  /**
   * To be called before a panel is loaded: its runtime takes the calls, or leaves them to the frame.
   * @param connect the runtime.
   */
  prepare(connect: Connect): void {
    const { core } = connect;
    const isWanted = takesCallsInPage(this.#host);
    if (this.#begun === connect && (!isWanted || core.getSoundPlace() === null)) {
      core.endSoftphoneManager();
      this.#begun = null;
    }
    if (!isWanted) return;
    // What an element of before has begun on this runtime goes on, with its calls.
    if (core.getSoundPlace() === null) {
      const host = this.#host;
      core.initSoftphoneManager({
        ...host.options?.softphone,
        get audio() {
          return host.renderRoot.querySelector('audio');
        },
      });
    }
    this.#begun = connect;
    this.#told?.unsubscribe();
    this.#told = core.onSoundChange(({ place }) => {
      if (place === 'frame') this.#store.report({ code: 'not-loaded', message: NOT_LOADED });
      this.#changed();
    });
  }
}

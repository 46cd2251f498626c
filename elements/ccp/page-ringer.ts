// Whether the page rings in place of the CCP. What rings is loaded where a host has `ringer`.
import type { RingerOptions, RingingHost } from '../ringer/ringer.js';

/** A host for which the page may ring. */
export interface PageRingerHost extends RingingHost {
  readonly ringer: boolean;
  ringerDevice: string | undefined;
}

/** The ringer of one host. */
export class PageRinger {
  readonly #host: PageRingerHost;
  readonly #needs: RingerOptions;
  readonly #failed: () => void;
  /** Whether the module that rings has been asked for, or was in vain. */
  #module: 'none' | 'asked' | 'failed' = 'none';

  /**
   * @param host the host.
   * @param needs what the ringer will need of it.
   * @param failed called if the module does not load: the CCP is to ring by itself then.
   */
  constructor(host: PageRingerHost, needs: RingerOptions, failed: () => void) {
    this.#host = host;
    this.#needs = needs;
    this.#failed = failed;
  }

  /** True if the page rings, and the CCP does not. */
  get rings(): boolean {
    return this.#host.ringer && this.#module !== 'failed';
  }

  /**
   * Has the page ring on a device.
   * @param deviceId id of an output device.
   * @returns false if the page does not ring.
   */
  ringOn(deviceId: string): boolean {
    if (this.rings) this.#host.ringerDevice = deviceId;
    return this.rings;
  }

  /**
   * To be called when the host has been updated.
   * @param isNew whether `ringer` has changed: what was in vain is tried again then.
   */
  updated(isNew: boolean): void {
    if (isNew && this.#module === 'failed') this.#module = 'none';
    if (this.#host.ringer && this.#module === 'none') this.#fetch();
  }

  #fetch(): void {
    this.#module = 'asked';
    import('../ringer/ringer.js').then(
      ({ Ringer }) => new Ringer(this.#host, this.#needs),
      () => {
        this.#module = 'failed';
        this.#failed();
      },
    );
  }
}

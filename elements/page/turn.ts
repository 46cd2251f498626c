// Turns among all pages of one origin: what one of them does, no other does at the same time.
import { promised } from '../../src/conduit/native-promise.js';

/** A turn, which may be waited for, had and given back. */
export class Turn {
  readonly #changed: () => void;
  #name: string | null = null;
  #scope = new AbortController();
  #isMine = false;

  /** @param changed called when it has come. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** True from when it has come until it is given back. */
  get isMine(): boolean {
    return this.#isMine;
  }

  /**
   * Waits for it, or with null gives it back.
   * @param name of what is done by turns.
   */
  want(name: string | null): void {
    if (name === this.#name) return;
    this.#name = name;
    this.#isMine = false;
    this.#scope.abort();
    if (name === null) return;
    const { signal } = (this.#scope = new AbortController());
    const take = (): Promise<void> | void => {
      if (signal.aborted) return;
      const isOver = promised<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      this.#isMine = true;
      this.#changed();
      return isOver;
    };
    // Where there are no locks, as on a page without https, nobody is asked.
    if (navigator.locks as LockManager | undefined) navigator.locks.request(name, { signal }, take).catch(take);
    else void take();
  }
}

// The promise of readiness that a host gives: it outlives changes of settings, and always comes to an end.
import { promised } from '../../src/conduit/native-promise.js';
import { StateError } from '../../src/index.js';

/** Settles when a host is ready, or can no longer become so by itself. */
export class Readiness {
  #promise!: Promise<void>;
  #resolve!: () => void;
  #reject!: (error: Error) => void;
  #isSettled = false;

  constructor() {
    this.#make();
  }

  /** The present promise. */
  get promise(): Promise<void> {
    return this.#promise;
  }

  /** The host is ready. */
  settle(): void {
    this.#isSettled = true;
    this.#resolve();
  }

  /**
   * The host has come to an end: whoever waits is told so, and whoever asks from now on.
   * @param message what has happened and what to do.
   */
  refuse(message: string): void {
    this.renew();
    this.#isSettled = true;
    this.#reject(new StateError('%s', message));
  }

  /** The host may become ready once more. A promise that has not settled yet is for that too. */
  renew(): void {
    if (this.#isSettled) this.#make();
  }

  #make(): void {
    this.#isSettled = false;
    this.#promise = promised<void>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Nobody has to wait for it.
    this.#promise.catch(() => {});
  }
}

// Timers that end with their scope.

/** A timer that can be set again and again; never more than one run is due, and none once its scope has ended. */
export class ScopedTimer {
  readonly #signal: AbortSignal;
  #handle: ReturnType<typeof setTimeout> | undefined;

  /** @param signal the scope: its abort stops the timer for good. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.stop(), { once: true });
  }

  /** True while a run is due. */
  get running(): boolean {
    return this.#handle !== undefined;
  }

  /**
   * Sets the timer, in place of a run that was due.
   * @param delay milliseconds.
   * @param run what to do then.
   */
  start(delay: number, run: () => void): void {
    this.stop();
    if (this.#signal.aborted) return;
    this.#handle = setTimeout(() => {
      this.#handle = undefined;
      run();
    }, delay);
  }

  /** Takes back the run that is due. */
  stop(): void {
    clearTimeout(this.#handle);
    this.#handle = undefined;
  }
}

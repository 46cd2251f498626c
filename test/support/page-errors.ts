// What is thrown while a test expects something to be thrown: nobody else hears of it, and the run's log stays clean.

/** What the test runner writes of a rejection that nobody has taken, before the reason. */
const SENTENCE = /^An error was thrown in a Promise outside a test/;

/** Collects what is reported as an uncaught error or rejection, until it is restored. */
export class PageErrors {
  /** What was thrown, in order. */
  readonly thrown: unknown[] = [];
  /** Why promises were rejected that nobody has taken, in order. */
  readonly rejected: unknown[] = [];
  /** Of the test framework, which takes each error for a failure. */
  readonly #handler = window.onerror;
  readonly #onRejection = window.onunhandledrejection;
  readonly #console = console.error;
  /** What was written to the console meanwhile: the runner, which has listened first, writes there what it hears. */
  readonly #written: unknown[][] = [];

  readonly #hear = (event: ErrorEvent): void => {
    this.thrown.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  readonly #hearRejection = (event: PromiseRejectionEvent): void => {
    this.rejected.push(event.reason);
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  constructor() {
    window.onerror = window.onunhandledrejection = null;
    console.error = (...args: unknown[]) => void this.#written.push(args);
    window.addEventListener('error', this.#hear, { capture: true });
    window.addEventListener('unhandledrejection', this.#hearRejection, { capture: true });
  }

  /** Resolves once the browser has told of all rejections so far, and the runner has written of them: that takes a task each. */
  async settled(): Promise<void> {
    const last = new Error('told last');
    void Promise.reject(last);
    while (!this.rejected.includes(last)) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    this.rejected.splice(this.rejected.indexOf(last), 1);
    this.#told.add(last);
  }

  readonly #told = new Set<unknown>();

  /** Gives the errors back to the page, and writes what was written of anything else. */
  restore(): void {
    window.removeEventListener('error', this.#hear, { capture: true });
    window.removeEventListener('unhandledrejection', this.#hearRejection, { capture: true });
    window.onerror = this.#handler;
    window.onunhandledrejection = this.#onRejection;
    console.error = this.#console;
    const expected = new Set([...this.thrown, ...this.rejected, ...this.#told]);
    for (const args of this.#written) {
      const isExpected = expected.has(args[0]) || (typeof args[0] === 'string' && SENTENCE.test(args[0]));
      if (!isExpected) console.error(...args);
    }
  }
}

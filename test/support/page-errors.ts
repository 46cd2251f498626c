// The errors that the page reports while a test expects some: nobody else hears of them.

/** Collects what is reported as an uncaught error, until it is restored. */
export class PageErrors {
  /** What was thrown, in order. */
  readonly thrown: unknown[] = [];
  /** Of the test framework, which takes each error for a failure. */
  readonly #handler = window.onerror;
  readonly #hear = (event: ErrorEvent): void => {
    this.thrown.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  constructor() {
    window.onerror = null;
    window.addEventListener('error', this.#hear, { capture: true });
  }

  /** Gives the errors back to the page. */
  restore(): void {
    window.removeEventListener('error', this.#hear, { capture: true });
    window.onerror = this.#handler;
  }
}

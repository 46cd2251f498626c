// Timers and a clock that stand still until a test lets them run. Put back in place by `restore`.

interface Timer {
  id: number;
  due: number;
  run: () => void;
}

/** Takes the place of `setTimeout`, `clearTimeout` and `Date.now` of the page. */
export class FakeTimers {
  readonly #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };
  #timers: Timer[] = [];
  #lastId = 0;
  /** Milliseconds since 1970. */
  now = 1_700_000_000_000;

  constructor() {
    globalThis.setTimeout = ((run: () => void, delay = 0) => {
      const id = (this.#lastId += 1);
      this.#timers.push({ id, due: this.now + delay, run });
      return id;
    }) as typeof setTimeout;
    globalThis.clearTimeout = ((id: number) => {
      this.#timers = this.#timers.filter((timer) => timer.id !== id);
    }) as typeof clearTimeout;
    Date.now = () => this.now;
  }

  /** Milliseconds until each timer that is due, in the order in which they were set. */
  get pending(): number[] {
    return this.#timers.map(({ due }) => due - this.now);
  }

  /** Lets time pass: runs what falls due, in order, with the promises in between. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      await settled();
      const next = this.#timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due || a.id - b.id)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.now = Math.max(this.now, next.due);
      next.run();
    }
    this.now = end;
    await settled();
  }

  /** Puts the page's own timers and clock back. */
  restore(): void {
    globalThis.setTimeout = this.#real.setTimeout;
    globalThis.clearTimeout = this.#real.clearTimeout;
    Date.now = this.#real.now;
  }
}

/** Resolves once all promises that are settled now have told their listeners. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

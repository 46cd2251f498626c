// Who types: the others, for as long as they do, and the agent, who tells it from time to time.

/** Milliseconds for which one word of somebody's typing counts. */
const LASTS = 12_000;

/** Milliseconds between two words of the agent's own typing. */
const OWN_PAUSE = 10_000;

/** Typing in one chat. */
export class Typing {
  readonly #changed: () => void;
  #who: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastOwn = -Infinity;

  /** @param changed called when somebody begins or stops. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Name of who types, which may be empty; null if nobody does. */
  get who(): string | null {
    return this.#who;
  }

  /** Somebody types. */
  of(who: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.stop(), LASTS);
    this.#set(who);
  }

  /**
   * Somebody has stopped.
   * @param who their name; whoever it is, if left out.
   */
  stop(who = this.#who): void {
    if (who !== this.#who) return;
    clearTimeout(this.#timer);
    this.#set(null);
  }

  /**
   * The agent types.
   * @param tell tells the others; called seldom. What it rejects with is of no interest.
   */
  own(tell: () => Promise<unknown>): void {
    const now = performance.now();
    if (now - this.#lastOwn < OWN_PAUSE) return;
    this.#lastOwn = now;
    tell().catch(() => {});
  }

  #set(who: string | null): void {
    if (who === this.#who) return;
    this.#who = who;
    this.#changed();
  }
}

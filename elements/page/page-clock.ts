// One repaint timer for all running times of the page, and times that a jump of the system clock does not touch.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageSlot } from './page-slot.js';

const SECOND = 1000;

/** What copies of the library share. */
interface PageClock {
  readonly version: 1;
  /** Called once a second while there are any. */
  readonly listeners: Set<() => void>;
  /** The timer that runs, or null. */
  timer: ReturnType<typeof setTimeout> | null;
}

const pageClock = (): PageClock => pageSlot('clock', () => ({ version: 1, listeners: new Set(), timer: null }));

/** Waits for the next full second; all times of the page change at one moment. */
function wait(clock: PageClock): void {
  clock.timer = setTimeout(
    () => {
      wait(clock); // first, so that a listener that throws does not stop the clock
      for (const listener of [...clock.listeners]) listener();
    },
    SECOND - (performance.now() % SECOND),
  );
}

/**
 * Calls back once a second, all callers of the page together.
 * @param listener called at each full second.
 * @returns ends it; the timer runs only while somebody listens.
 */
export function everySecond(listener: () => void): () => void {
  const clock = pageClock();
  clock.listeners.add(listener);
  if (clock.timer === null) wait(clock);
  return () => {
    clock.listeners.delete(listener);
    if (clock.listeners.size > 0 || clock.timer === null) return;
    clearTimeout(clock.timer);
    clock.timer = null;
  };
}

/**
 * The time since a moment, for an element that shows it: has the element rendered again each second. How old the moment was is
 * worked out once, when it is set; from then on the time runs by a clock that nobody can set.
 */
export class ElapsedController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  #since: number | null = null;
  #anchor = 0;
  #stop: (() => void) | undefined;
  #isConnected = false;

  constructor(element: ReactiveControllerHost) {
    this.#element = element;
    element.addController(this);
  }

  /** The moment, in epoch milliseconds of the page's clock; null while there is none, and nothing runs. */
  get since(): number | null {
    return this.#since;
  }

  set since(since: number | null) {
    if (since === this.#since) return;
    this.#since = since;
    if (since !== null) this.#anchor = performance.now() - Math.max(0, Date.now() - since);
    this.#follow();
  }

  /** Milliseconds since then; 0 while there is no moment. */
  get ms(): number {
    return this.#since === null ? 0 : performance.now() - this.#anchor;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#follow();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#follow();
  }

  #follow(): void {
    const runs = this.#isConnected && this.#since !== null;
    if (runs) this.#stop ??= everySecond(() => this.#element.requestUpdate());
    else {
      this.#stop?.();
      this.#stop = undefined;
    }
  }
}

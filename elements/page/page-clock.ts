// One repaint timer for all running times of the page, and times that a jump of the system clock does not touch.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { attempt } from './attempt.js';
import { pageSlot } from './page-slot.js';

const SECOND = 1000;

/** Milliseconds by which two clocks may drift apart and still count as in step. */
const DRIFT = 500;

/** Moments at which a page may have slept. */
const WAKING = ['visibilitychange', 'resume', 'pageshow', 'online'];

/** What copies of the library share. */
interface PageClock {
  readonly version: 1;
  /** Called once a second while there are any. */
  readonly listeners: Set<() => void>;
  /** The timer that runs, or null. */
  timer: ReturnType<typeof setTimeout> | null;
  /** The clock that can be set minus the one that cannot, when times were anchored last; and how often that was. */
  offset?: number;
  anchorings?: number;
}

/** The clock that can be set, and runs while the computer sleeps, minus the one that cannot, and may stand still then. */
const offsetNow = (): number => Date.now() - performance.now();

const pageClock = (): PageClock =>
  pageSlot<PageClock>('clock', 1, () => ({
    version: 1,
    listeners: new Set(),
    timer: null,
    offset: offsetNow(),
    anchorings: 0,
  }));

function anchorIf(isNeeded: (drift: number) => boolean): void {
  const clock = pageClock();
  const offset = offsetNow();
  if (!isNeeded(offset - (clock.offset ??= offset))) return;
  clock.offset = offset;
  clock.anchorings = (clock.anchorings ?? 0) + 1;
  for (const listener of [...clock.listeners]) attempt(listener);
}

/**
 * To be called with each snapshot: its moments are right by the clock of the page as it is set now. If that has been set, or has
 * run on while the other one slept, all running times are worked out anew.
 */
export const anchorTimes = (): void => anchorIf((drift) => Math.abs(drift) > DRIFT);

/**
 * At moments at which the page may have slept. A clock that is ahead has run on meanwhile; one that is behind was set back, and times
 * are right as they run. One that is ahead at any other moment may have been set: times run on, and the next snapshot tells.
 */
const anchorAfterSleep = (): void => {
  if (document.visibilityState === 'visible') anchorIf((drift) => drift > DRIFT); // a page that hides has not slept
};

/** How long ago a moment was, worked out whenever times are anchored; from then on by a clock that nobody can set. */
export class Age {
  #since = NaN;
  #start = 0;
  #anchoring = -1;

  /**
   * Milliseconds since a moment; never negative.
   * @param since the moment, in epoch milliseconds of the page's clock.
   */
  ms(since: number): number {
    const { anchorings = 0 } = pageClock();
    if (since !== this.#since || anchorings !== this.#anchoring) {
      this.#since = since;
      this.#anchoring = anchorings;
      this.#start = performance.now() - Math.max(0, Date.now() - since);
    }
    return performance.now() - this.#start;
  }
}

/** Waits for the next full second; all times of the page change at one moment. */
function wait(clock: PageClock): void {
  clock.timer = setTimeout(
    () => {
      wait(clock); // first, so that a listener that throws does not stop the clock
      for (const listener of [...clock.listeners]) attempt(listener);
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
  if (clock.timer === null) {
    wait(clock);
    for (const moment of WAKING) globalThis.addEventListener?.(moment, anchorAfterSleep, true);
  }
  return () => {
    clock.listeners.delete(listener);
    if (clock.listeners.size > 0 || clock.timer === null) return;
    clearTimeout(clock.timer);
    clock.timer = null;
    for (const moment of WAKING) globalThis.removeEventListener?.(moment, anchorAfterSleep, true);
  };
}

/**
 * The time since a moment, for an element that shows it: has the element rendered again each second.
 */
export class ElapsedController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  #since: number | null = null;
  readonly #age = new Age();
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
    if (since !== null) this.#age.ms(since);
    this.#follow();
  }

  /** Milliseconds since then; 0 while there is no moment. */
  get ms(): number {
    return this.#since === null ? 0 : this.#age.ms(this.#since);
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

// The clock of a simulated service: it runs like any other, and tests can move it.

interface Timer {
  due: number;
  callback: () => void;
}

/** How a clock runs. */
export interface VirtualClockOptions {
  /** Epoch milliseconds of the clock underneath. */
  source?: () => number;
  /** False: timers fire only when the clock is advanced. Default true. */
  running?: boolean;
  /** Milliseconds that a browser's clock is behind this service's. */
  skew?: number;
}

/**
 * Service time. `now` runs on by itself and jumps when it is advanced; what is due in the jump happens in order, each at
 * its own time. The skew is no time that passes: it only shifts what is shown to others.
 */
export class VirtualClock {
  /** Server clock minus browser clock, in milliseconds. */
  skew: number;
  readonly #source: () => number;
  readonly #running: boolean;
  readonly #timers = new Set<Timer>();
  #offset = 0;
  /** The time inside a jump, or null outside. */
  #jump: number | null = null;
  #alarm: ReturnType<typeof setTimeout> | undefined;

  constructor({ source = () => Date.now(), running = true, skew = 0 }: VirtualClockOptions = {}) {
    this.#source = source;
    this.#running = running;
    this.skew = skew;
  }

  /** Service time without skew, in epoch milliseconds: what is kept and computed with. */
  now(): number {
    return this.#jump ?? this.#source() + this.#offset;
  }

  /** A time as the service shows it: with its skew. */
  shown(time: number): Date {
    return new Date(time + this.skew);
  }

  /**
   * Calls back once, later.
   * @param delay milliseconds of service time.
   * @returns ends the timer; more calls do nothing.
   */
  setTimer(delay: number, callback: () => void): () => void {
    const timer: Timer = { due: this.now() + delay, callback };
    this.#timers.add(timer);
    this.#arm();
    return () => {
      this.#timers.delete(timer);
      this.#arm();
    };
  }

  /**
   * Moves the clock forward at once.
   * @param milliseconds how far; at least 0.
   * @throws RangeError if it is no such number.
   */
  advance(milliseconds: number): void {
    if (!Number.isFinite(milliseconds) || milliseconds < 0) {
      throw new RangeError(`A clock advances by a number of milliseconds from 0 on, not by ${milliseconds}.`);
    }
    const target = this.now() + milliseconds;
    this.#fire(this.now(), target);
    this.#offset = target - this.#source();
    this.#arm();
  }

  #fire(from: number, target: number): void {
    try {
      for (let timer = this.#next(); timer && timer.due <= target; timer = this.#next()) {
        this.#timers.delete(timer);
        this.#jump = Math.max(timer.due, from);
        timer.callback();
      }
    } finally {
      this.#jump = null;
    }
  }

  #next(): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (!next || timer.due < next.due) next = timer;
    return next;
  }

  #arm(): void {
    clearTimeout(this.#alarm);
    const next = this.#running && this.#jump === null ? this.#next() : undefined;
    if (!next) return;
    this.#alarm = setTimeout(
      () => {
        this.#fire(this.now(), this.now());
        this.#arm();
      },
      Math.max(0, next.due - this.now()),
    );
  }
}

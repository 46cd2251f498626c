// Asks the CCP at regular intervals whether it is still there. docs/protocol.md, section 2.9.
import { ScopedTimer } from '../conduit/scoped-timer.js';
import type { SdkHealthCheckResponse } from '../conduit/side-channel.js';

/** How the CCP at the other end is. */
export type HealthStatus = 'unknown' | 'healthy' | 'unhealthy';

/** What listeners are told when that changes. */
export interface HealthChange {
  readonly status: HealthStatus;
  readonly previousStatus: HealthStatus;
  /** When the CCP has answered last, in its epoch milliseconds; null before. */
  readonly lastCheckTime: number | null;
  readonly lastCheckCounter: number | null;
}

/** The shortest interval that is believed, in milliseconds. */
const SHORTEST = 1_000;

/** Intervals without an answer after which the CCP counts as unhealthy. */
const PATIENCE = 3;

/** The health of one channel, as long as a port lives. */
export class HealthCheck {
  readonly #ask: () => void;
  readonly #changed: (change: HealthChange) => void;
  readonly #asking: ScopedTimer;
  readonly #waiting: ScopedTimer;
  #interval = 0;
  #status: HealthStatus = 'unknown';
  #last: SdkHealthCheckResponse | null = null;

  /**
   * @param ask sends the question.
   * @param changed told when the status is another one.
   * @param signal ends it.
   */
  constructor(ask: () => void, changed: (change: HealthChange) => void, signal: AbortSignal) {
    this.#ask = ask;
    this.#changed = changed;
    this.#asking = new ScopedTimer(signal);
    this.#waiting = new ScopedTimer(signal);
  }

  /** @param interval milliseconds between two questions; one that is no time, or too short, asks none. */
  start(interval: unknown): void {
    if (typeof interval !== 'number' || !(interval >= SHORTEST) || !Number.isFinite(interval)) return;
    this.#interval = interval;
    this.#await();
    this.#question();
  }

  /** The CCP has answered. */
  heard(answer: SdkHealthCheckResponse): void {
    this.#last = answer;
    this.#become('healthy');
    if (this.#interval) this.#await();
  }

  #question(): void {
    this.#ask();
    this.#asking.start(this.#interval, () => this.#question());
  }

  #await(): void {
    this.#waiting.start(this.#interval * PATIENCE, () => this.#become('unhealthy'));
  }

  #become(status: HealthStatus): void {
    const previousStatus = this.#status;
    if (status === previousStatus) return;
    this.#status = status;
    const { time = null, counter = null } = this.#last ?? {};
    this.#changed(Object.freeze({ status, previousStatus, lastCheckTime: time, lastCheckCounter: counter }));
  }
}

// The row of snapshots: each reader follows it with a token, and misses none.
import type { AgentSnapshotData } from '../../conduit/wire.js';
import { type ServiceMoment, writeSnapshot } from './snapshot-writer.js';
import type { VirtualClock } from './virtual-clock.js';

/** Moments that are kept; a reader who is further behind goes on with the oldest. */
const LIMIT = 1_000;

/** How a reader waits for the next snapshot. */
export interface SnapshotPoll {
  /** Token of the snapshot before, or null for the newest. */
  nextToken: unknown;
  /** Milliseconds of service time after which the newest comes once more. */
  timeout: number;
  /** Ends the waiting. */
  signal: AbortSignal | undefined;
  /** Called whenever the waiting is disturbed; throws to end it. */
  check: () => void;
}

/** Keeps the moments of a service, and hands them out in order. */
export class SnapshotHistory {
  readonly #clock: VirtualClock;
  readonly #moments: ServiceMoment[] = [];
  readonly #waiting = new Set<() => void>();
  #version = 0;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Adds a moment, and hands it to those who wait. */
  add(moment: ServiceMoment): void {
    this.#moments.push(moment);
    this.#version += 1;
    if (this.#moments.length > LIMIT) this.#moments.shift();
    this.disturb();
  }

  /** Lets those who wait look again whether they may go on waiting. */
  disturb(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** The snapshot after the one with the token; waits until there is one. */
  async next(poll: SnapshotPoll): Promise<{ snapshot: AgentSnapshotData; nextToken: string }> {
    const overdue = this.#clock.now() + poll.timeout;
    let version = this.#versionAfter(poll.nextToken);
    while (version === null && this.#clock.now() < overdue) {
      await this.#disturbed(overdue - this.#clock.now(), poll.signal);
      poll.signal?.throwIfAborted();
      poll.check();
      version = this.#versionAfter(poll.nextToken);
    }
    return this.#read(version ?? this.#version);
  }

  #versionAfter(nextToken: unknown): number | null {
    const seen = typeof nextToken === 'string' ? Number(nextToken) : NaN;
    if (!Number.isInteger(seen) || seen > this.#version) return this.#version;
    if (seen === this.#version) return null;
    return Math.max(seen + 1, this.#version - this.#moments.length + 1);
  }

  #read(version: number): { snapshot: AgentSnapshotData; nextToken: string } {
    const moment = this.#moments[version - this.#version + this.#moments.length - 1];
    if (!moment) throw new Error(`No moment ${version} is kept.`);
    return { snapshot: writeSnapshot(this.#clock, moment), nextToken: String(version) };
  }

  #disturbed(timeout: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        stopTimer();
        this.#waiting.delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const stopTimer = this.#clock.setTimer(timeout, done);
      this.#waiting.add(done);
      signal?.addEventListener('abort', done, { once: true });
    });
  }
}

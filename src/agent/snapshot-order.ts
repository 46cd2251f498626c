// Which of two snapshots is the later one: by the service's clock, unless that has been set back.
import type { AgentSnapshotData } from '../conduit/wire.js';

/** Milliseconds by which the difference of two clocks is measured wrong, at most. */
const JITTER = 1_000;

/** Milliseconds that no network holds a snapshot back: one that is older than that was made by another clock. */
const LATEST = 86_400_000;

/** Milliseconds after which a row of snapshots that go on from each other counts, though all are older than the last one taken. */
const PATIENCE = 10_000;

interface Stamp {
  /** When the snapshot was made, by the service's clock, in epoch milliseconds. */
  readonly time: number;
  /** The service's clock minus that of the page, in milliseconds; NaN if nobody has measured it. */
  readonly skew: number;
}

/**
 * Tells late snapshots from new ones, for one link to one service: another port, region or agent begins anew.
 *
 * A snapshot without a time is taken: nothing tells that it is older. If the service's clock is set back, all that it makes from then
 * on looks older. That shows in the measured difference of the clocks, which shrinks by as much; where nobody measures it, in
 * snapshots that go on coming, each later than the one before.
 */
export class SnapshotOrder {
  #last: Stamp | null = null;
  /** The newest one that was refused, and when the first of the row was, by `performance.now()`. */
  #refused: { readonly time: number; readonly since: number } | null = null;

  /** Forgets what has come. */
  reset(): void {
    this.#last = this.#refused = null;
  }

  /** True if a snapshot is not older than those that were taken; it then counts as taken. */
  takes({ snapshotTimestamp, skew = NaN }: AgentSnapshotData): boolean {
    // The wire may carry anything in its place.
    const moment: unknown = snapshotTimestamp;
    const isMoment = moment instanceof Date || typeof moment === 'string' || typeof moment === 'number';
    const time = isMoment ? new Date(moment).getTime() : NaN;
    if (Number.isNaN(time)) return true;
    if (this.#last && time < this.#last.time && !this.#isSetBack(this.#last, { time, skew }) && this.#refuses(time)) {
      return false;
    }
    this.#last = { time, skew };
    this.#refused = null;
    return true;
  }

  #isSetBack(last: Stamp, now: Stamp): boolean {
    if (last.time - now.time > LATEST) return true;
    const setBackBy = last.skew - now.skew;
    return setBackBy > JITTER && setBackBy + JITTER >= last.time - now.time;
  }

  #refuses(time: number): boolean {
    const now = performance.now();
    const before = this.#refused;
    const goesOn = before !== null && time > before.time;
    if (goesOn && now - before.since >= PATIENCE) return false;
    if (!before || goesOn) this.#refused = { time, since: before?.since ?? now };
    return true;
  }
}

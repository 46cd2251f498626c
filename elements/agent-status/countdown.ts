// After-call work counted down: what is left, and the moments worth saying something.
import type { AgentStatusTerms } from './terms.js';

/** Where the countdown stands. */
export type CountdownStage = 'running' | 'little' | 'over';

/** What is left of the time for after-call work. */
export interface Countdown {
  readonly stage: CountdownStage;
  /** Whole seconds; below zero once it is over. */
  readonly left: number;
  readonly total: number;
}

/** Said early enough to finish a sentence, but not at once when there was little to begin with. */
const littleOf = (total: number): number => Math.min(30, Math.ceil(total / 4));

/**
 * Where the countdown stands.
 * @param total seconds that after-call work may take; none or nonsense: there is no countdown.
 * @param elapsed milliseconds that it has taken.
 */
export function countdown(total: number | undefined, elapsed: number): Countdown | null {
  if (total === undefined || !(total > 0) || !Number.isFinite(total)) return null;
  const left = Math.ceil(total) - Math.floor(elapsed / 1000);
  const stage = left <= 0 ? 'over' : left <= littleOf(total) ? 'little' : 'running';
  return { stage, left, total };
}

/** What to say when the countdown has come from one stage to another; empty if nothing. */
export function countdownNews(before: CountdownStage | null, now: Countdown, terms: AgentStatusTerms): string {
  if (before === null || before === now.stage) return '';
  if (now.stage === 'little') return terms.secondsLeft(now.left);
  return now.stage === 'over' ? terms.isOver : '';
}

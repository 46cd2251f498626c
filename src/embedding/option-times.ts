// The times among the options of `initCCP`, made such that timers keep them. Streams documentation, "connect.core.initCCP()".
import { takeTime, type TimeRule, timeWords } from '../conduit/time-limit.js';
import { ACK_TIMEOUT, LOAD_TIMEOUT, SYN_TIMEOUT } from '../sign-in/defaults.js';
import type { RetryOptions } from '../sign-in/sign-in-options.js';
import type { InitCcpOptions } from './options.js';

/** Milliseconds below which a question follows upon the last one without a pause. */
const LEAST = 20;

/** Factor by which pauses between attempts may grow at most: the second one is then as long as pauses may be. */
const STEEPEST = 1_000;

/** The options that are times. */
const TIMES: Readonly<Record<'ccpLoadTimeout' | 'ccpAckTimeout' | 'ccpSynTimeout', TimeRule & { attribute: string }>> =
  {
    ccpLoadTimeout: { usual: LOAD_TIMEOUT, least: LEAST, attribute: 'load-timeout' },
    ccpAckTimeout: { usual: ACK_TIMEOUT, least: LEAST, attribute: 'ack-timeout' },
    ccpSynTimeout: { usual: SYN_TIMEOUT, least: LEAST, attribute: 'syn-timeout' },
  };

/** Options whose times can be kept, and one sentence for each that could not. */
export interface KeepableOptions {
  readonly options: InitCcpOptions;
  readonly problems: readonly string[];
}

/** `retry` with numbers only. What is left out stays so: its default depends on the other options. */
function keepableRetry(given: RetryOptions, problems: string[]): RetryOptions {
  const retry: RetryOptions = { ...given };
  const refuse = (name: keyof RetryOptions, rule: string): void => {
    problems.push(`retry.${name} must be ${rule}; it is ${String(given[name])}. The usual one is used.`);
    retry[name] = undefined;
  };
  for (const name of ['interval', 'maxInterval'] as const) {
    if (given[name] === undefined || given[name] === null) continue;
    const { time, problem } = takeTime(`retry.${name}`, given[name], { usual: NaN, least: LEAST });
    if (Number.isNaN(time)) refuse(name, timeWords(LEAST));
    else if (problem) problems.push(problem);
    if (!Number.isNaN(time)) retry[name] = time;
  }
  const { limit, backoff } = given;
  if (limit !== undefined && !(typeof limit === 'number' && limit >= 0)) refuse('limit', 'a number, 0 or more');
  const isFactor = typeof backoff === 'number' && backoff >= 1 && backoff <= STEEPEST;
  if (backoff !== undefined && !isFactor) refuse('backoff', `a number from 1 to ${STEEPEST}`);
  return retry;
}

/**
 * Makes the times among options such that timers keep them.
 * @param given the options.
 * @returns a copy, and what was wrong.
 */
export function withKeepableTimes(given: InitCcpOptions): KeepableOptions {
  const options: InitCcpOptions = { ...given };
  const problems: string[] = [];
  for (const [name, rule] of Object.entries(TIMES) as [keyof typeof TIMES, (typeof TIMES)[keyof typeof TIMES]][]) {
    if (given[name] === undefined || given[name] === null) continue;
    const { time, problem } = takeTime(`${name} (attribute ${rule.attribute})`, given[name], rule);
    options[name] = time;
    if (problem) problems.push(problem);
  }
  if (given.retry) options.retry = keepableRetry(given.retry, problems);
  return { options, problems };
}

// connect.fetch and its siblings: requests that are sent again while the service is busy.

import { within } from '../conduit/deadline.js';
import { LONGEST_TIME, takeTime } from '../conduit/time-limit.js';

/** What a task of {@link backoff} calls when it has ended. */
export interface BackoffCallbacks<Result = unknown> {
  success(result: Result): void;
  failure(error: unknown): void;
}

/** Milliseconds of the first pause, and number of tries, unless the caller says otherwise. */
const PAUSE = 1_000;
const TRIES = 5;

const TOO_MANY_REQUESTS = 429;

const isBusy = ({ status }: Response): boolean => status >= 500 || status === TOO_MANY_REQUESTS;

/** Milliseconds that an answer may take, with its whole text. */
const ANSWER_TIME = 60_000;

/** How long to pause: on average that time, but not the same for all who wait, and no longer than a timer keeps. */
const pauseOf = (milliseconds: number): number => Math.min(milliseconds * 2 * Math.random(), LONGEST_TIME);

/** The first pause; whatever is no time would make one try follow the other without any. */
const firstPause = (given: unknown): number => takeTime('milliseconds', given, { usual: PAUSE }).time;

/** How many tries there are after the first one: what is no number is the usual one. */
const triesOf = (given: unknown): number => (typeof given === 'number' && !Number.isNaN(given) ? given : TRIES);

/** What one try came to: what the answer says, or the answer that has to be tried again or is none. */
async function tryOnce(url: string, options: RequestInit | null | undefined): Promise<Response | { said: unknown }> {
  const scope = new AbortController();
  const given = options?.signal;
  const signal = given ? AbortSignal.any([given, scope.signal]) : scope.signal;
  const answer = (async () => {
    const response = await fetch(url, { ...options, signal });
    if (response.status !== 200) return response;
    const said: unknown = await response.json().catch(() => ({}));
    return { said };
  })();
  const late = (): Error => new DOMException(`No answer within ${ANSWER_TIME / 1000} s.`, 'TimeoutError');
  return within(answer, ANSWER_TIME, late).finally(() => scope.abort());
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Fetches JSON, and again with ever longer pauses while the answer is 429 or 500 and above.
 * @param url the address.
 * @param options those of `fetch`.
 * @param milliseconds the first pause.
 * @param maxRetry number of tries after the first one.
 * @returns what the answer with status 200 says, `{}` if that is no JSON; rejects with any other answer, and with the error if there
 *   is none, or none within a minute.
 */
export async function fetchJson(
  url: string,
  options: RequestInit = {},
  milliseconds: number = PAUSE,
  maxRetry: number = TRIES,
): Promise<unknown> {
  const tried = await tryOnce(url, options);
  if ('said' in tried) return tried.said;
  const tries = triesOf(maxRetry);
  if (!isBusy(tried) || tries <= 0) throw tried as unknown as Error;
  const first = firstPause(milliseconds);
  await pause(pauseOf(first));
  return fetchJson(url, options, first * 2, tries - 1);
}

/**
 * The same, given up after a time.
 * @param url the address.
 * @param timeout milliseconds.
 * @returns the same; rejects with a TimeoutError when the time is over, whatever the browser does with the request.
 */
export async function fetchJsonWithin(
  url: string,
  timeout: number,
  options: RequestInit = {},
  milliseconds: number = PAUSE,
  maxRetry: number = TRIES,
): Promise<unknown> {
  const { time } = takeTime('timeout', timeout, { usual: ANSWER_TIME });
  const scope = new AbortController();
  const late = (): Error => new DOMException(`No answer within ${time} ms.`, 'TimeoutError');
  const fetched = fetchJson(url, { ...options, signal: scope.signal }, milliseconds, maxRetry);
  fetched.catch(() => {}); // Once the time is over nobody waits for it.
  return within(fetched, time, late).finally(() => scope.abort());
}

/**
 * Does something, and again with ever longer pauses while it fails.
 * @param task called with callbacks for its end.
 * @param milliseconds the first pause.
 * @param maxTry number of tries after the first one.
 * @param callbacks told how it ended at last.
 */
export function backoff<Result>(
  task: (callbacks: BackoffCallbacks<Result>) => void,
  milliseconds: number,
  maxTry: number,
  callbacks?: Partial<BackoffCallbacks<Result>>,
): void {
  task({
    success: (result) => callbacks?.success?.(result),
    failure: (error) => {
      const tries = triesOf(maxTry);
      if (tries <= 0) return callbacks?.failure?.(error);
      const first = firstPause(milliseconds);
      void pause(pauseOf(first)).then(() => backoff(task, first * 2, tries - 1, callbacks));
    },
  });
}

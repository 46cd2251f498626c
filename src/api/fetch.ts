// connect.fetch and its siblings: requests that are sent again while the service is busy.

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

/** How long to pause: on average that time, but not the same for all who wait. */
const pauseOf = (milliseconds: number): number => milliseconds * 2 * Math.random();

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
 *   is none.
 */
export async function fetchJson(
  url: string,
  options: RequestInit = {},
  milliseconds: number = PAUSE,
  maxRetry: number = TRIES,
): Promise<unknown> {
  const response = await fetch(url, options);
  if (response.status === 200) return response.json().catch(() => ({}));
  if (!isBusy(response) || maxRetry <= 0) throw response as unknown as Error;
  await pause(pauseOf(milliseconds));
  return fetchJson(url, options, milliseconds * 2, maxRetry - 1);
}

/**
 * The same, given up after a time.
 * @param url the address.
 * @param timeout milliseconds.
 */
export async function fetchJsonWithin(
  url: string,
  timeout: number,
  options: RequestInit = {},
  milliseconds: number = PAUSE,
  maxRetry: number = TRIES,
): Promise<unknown> {
  return fetchJson(url, { ...options, signal: AbortSignal.timeout(timeout) }, milliseconds, maxRetry);
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
      if (maxTry <= 0) return callbacks?.failure?.(error);
      void pause(pauseOf(milliseconds)).then(() => backoff(task, milliseconds * 2, maxTry - 1, callbacks));
    },
  });
}

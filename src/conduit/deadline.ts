// Promises that end, whatever becomes of what they wait for.

/**
 * A promise that settles in time, whatever becomes of another.
 * @param promise the other, which may never settle.
 * @param milliseconds how long it is waited for.
 * @param late makes the error with which it rejects then.
 * @param signal rejects with its reason when it aborts, if it is given.
 */
export async function within<T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  late: () => Error,
  signal?: AbortSignal,
): Promise<T> {
  const settled = new AbortController();
  try {
    return await new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(late()), milliseconds);
      settled.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      const aborted = (): void => reject(signal!.reason as Error);
      if (signal?.aborted) aborted();
      signal?.addEventListener('abort', aborted, { once: true, signal: settled.signal });
      promise.then(resolve, reject);
    });
  } finally {
    settled.abort();
  }
}

// Promises that end, whatever becomes of what they wait for.
import { promised } from './native-promise.js';

/**
 * A promise that settles in time, whatever becomes of another.
 * @param promise the other, which may never settle.
 * @param milliseconds how long it is waited for.
 * @param late makes the error with which it rejects then.
 */
export async function within<T>(promise: PromiseLike<T>, milliseconds: number, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await promised<T>((resolve, reject) => {
      timer = setTimeout(() => reject(late()), milliseconds);
      promise.then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}

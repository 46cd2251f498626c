// Promises of the language itself, whatever a page has put in the place of `Promise`.

/**
 * The class of promises that async functions give. Pages replace the global one, before or after this script has loaded, by one
 * that traces (zone.js), by a library's (Bluebird), or by a sketch of their own: a command must end in each of them.
 */
const nativePromise = (): PromiseConstructor => (async () => {})().constructor as PromiseConstructor;

/**
 * Makes a promise.
 * @param executor settles it.
 */
export function promised<T>(
  executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason: unknown) => void) => void,
): Promise<T> {
  return new (nativePromise())<T>(executor);
}

/**
 * Has a promise tell when somebody waits for it, be it by `then`, `catch`, `finally` or `await`.
 * @param promise a promise of the language itself, such as an async function gives.
 * @param waited called each time.
 * @returns the promise.
 */
export function tellingWaits<T>(promise: Promise<T>, waited: () => void): Promise<T> {
  return Object.defineProperties(promise, {
    then: {
      configurable: true,
      writable: true,
      value(...settled: Parameters<Promise<T>['then']>) {
        waited();
        // Looked up now: a page that traces promises replaces it.
        return (Object.getPrototypeOf(promise) as Promise<T>).then.apply(promise, settled);
      },
    },
    // `await` passes over `then` where the class is the language's own.
    constructor: { configurable: true, writable: true, value: undefined },
  });
}

// A promise that somebody else settles: Promise.withResolvers, which some of the browsers that tests run in do not have yet.

/** A promise and what settles it. */
export function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T | PromiseLike<T>) => void } {
  let resolve!: (value: T | PromiseLike<T>) => void;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

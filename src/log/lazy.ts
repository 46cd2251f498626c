// Constants that cost too much to be made when the script is evaluated.

/**
 * Puts off making a constant until it is first asked for.
 * @param make makes it; called once at most.
 */
export function lazy<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

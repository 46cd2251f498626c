// hitch: binds a method to its object, as the documents' samples do. Streams documentation, "connect.hitch()"; docs/protocol.md, section 7.6.
import { assertFunction, assertNotNull } from '../errors/errors.js';

/**
 * Makes a function that calls a method on an object.
 * @param scope the object.
 * @param method the method.
 * @param bound arguments that come before those of each call.
 * @throws ValueError if object or method are missing, or the method is no function.
 */
export function hitch<Scope, Bound extends unknown[], Rest extends unknown[], Result>(
  scope: Scope,
  method: (this: Scope, ...args: [...Bound, ...Rest]) => Result,
  ...bound: Bound
): (...rest: Rest) => Result {
  assertNotNull(scope, 'scope');
  assertFunction(method, 'method');
  return (...rest) => method.call(scope, ...bound, ...rest);
}

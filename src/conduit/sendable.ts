// What of a page's objects can cross the wire.

/** What makes its own plain data, such as a URL. */
interface WithJson {
  toJSON(): unknown;
}

/** What every object of a kind inherits is the page's doing, not the object's: Prototype.js writes lists as text so. */
const COMMON: readonly object[] = [Object.prototype, Array.prototype];

function hasOwnJson(value: object): value is WithJson {
  if (!('toJSON' in value) || typeof value.toJSON !== 'function') return false;
  return !COMMON.some((prototype) => (prototype as Partial<WithJson>).toJSON === value.toJSON);
}

/** True for what has no place on the wire. */
const isNothing = (value: unknown): boolean =>
  value === undefined || typeof value === 'function' || typeof value === 'symbol';

function copyOf(value: unknown, around: readonly object[]): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (isNothing(value)) return null;
  if (typeof value !== 'object' || value === null) return value;
  if (around.includes(value)) throw new TypeError('an object that contains itself cannot be sent');
  const inside = [...around, value];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => copyOf(item, inside));
  if (hasOwnJson(value)) return copyOf(value.toJSON(), inside);
  const members = Object.entries(value).filter(([, member]) => !isNothing(member));
  return Object.fromEntries(members.map(([key, member]) => [key, copyOf(member, inside)]));
}

/**
 * A copy of an object that can be sent, as `JSON` would make it: objects of a framework are wrapped in proxies, which cannot be
 * cloned, and functions have no place on the wire. It is not made by `JSON`, which asks whatever the page has given to the
 * prototypes of lists and texts.
 * @param value the object.
 * @throws TypeError if it contains itself.
 */
export const sendable = (value: object): object => copyOf(value, []) as object;

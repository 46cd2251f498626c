// What the page has once, for all copies of the library.

/**
 * Something that all copies of the library share whose version of it is the same one. Its type grows by new members only; whatever else
 * is changed about it makes another version, and copies of that share a place of their own.
 * @param name what it is called, the same in every version.
 * @param version of its shape.
 * @param make makes it, for the first copy that asks.
 */
export function pageSlot<T extends { readonly version: number }>(
  name: string,
  version: T['version'],
  make: () => T,
): T {
  const page = globalThis as Record<symbol, T | undefined>;
  const place = Symbol.for(`connect-ccp-elements.${name}`);
  const ownPlace = Symbol.for(`connect-ccp-elements.${name}.${version}`);
  for (const value of [page[place], page[ownPlace]]) if (value?.version === version) return value;
  const value = make();
  // A server serves many pages: nothing is shared there.
  if (globalThis.document) Object.defineProperty(page, page[place] ? ownPlace : place, { value });
  return value;
}

// What the page has once, for all copies of the library.

/**
 * Something that all copies of the library share. Its type grows by new members only; its `version` tells them apart.
 * @param name what it is called, the same in every version.
 * @param make makes it, for the first copy that asks.
 */
export function pageSlot<T extends { readonly version: number }>(name: string, make: () => T): T {
  const slot = Symbol.for(`connect-ccp-elements.${name}`);
  const page = globalThis as { [slot]?: T };
  if (page[slot]) return page[slot];
  const value = make();
  // A server serves many pages: nothing is shared there.
  if (globalThis.document) Object.defineProperty(page, slot, { value });
  return value;
}

// Makes Lit's global variables non-enumerable, so that no list of the window's members has them. To be imported before Lit.

const MARKS = {
  litHtmlVersions: [],
  litElementVersions: [],
  reactiveElementVersions: [],
  litPropertyMetadata: new WeakMap(),
};

for (const [name, value] of Object.entries(MARKS)) {
  // Where Lit is on the page already, its variables stay as they are.
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

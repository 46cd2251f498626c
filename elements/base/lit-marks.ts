// Keeps what Lit notes for itself out of the sight of whoever lists the window's members. To be imported before Lit is.

const MARKS = {
  litHtmlVersions: [],
  litElementVersions: [],
  reactiveElementVersions: [],
  litPropertyMetadata: new WeakMap(),
};

for (const [name, value] of Object.entries(MARKS)) {
  // Where Lit is on the page already, its notes are as they are.
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

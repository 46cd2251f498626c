// Keeps what Lit notes for itself out of the sight of whoever lists the window's members. To be imported before Lit is.

for (const name of ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions']) {
  // Where Lit is on the page already, its lists are as they are.
  if (name in globalThis) continue;
  Object.defineProperty(globalThis, name, { value: [], configurable: true, writable: true });
}

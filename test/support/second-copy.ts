// A second copy of the library on the test page, as when a CRM and a widget each bring their own.

/**
 * The modules of the elements once more, on a network on which one of them gets lost.
 * @param missing name of its file, such as `ringer.ts`.
 */
export async function copyWithout(missing: string): Promise<typeof import('../../elements/index.js')> {
  const address = `/without/${missing}/elements/index.ts`;
  return (await import(address)) as typeof import('../../elements/index.js');
}

/** The modules of the elements once more: other classes, another registry module, the same page. */
export async function secondCopy(): Promise<typeof import('../../elements/index.js')> {
  const address = '/copy-2/elements/index.ts';
  return (await import(address)) as typeof import('../../elements/index.js');
}

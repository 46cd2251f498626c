// What is printed while a test looks.

const KINDS = ['error', 'warn', 'log', 'info'] as const;

/** Takes the place of the page's console until `restore`; `texts` has what was printed. */
export function wrapped(): { readonly texts: readonly string[]; restore(): void } {
  const texts: string[] = [];
  const before = KINDS.map((kind) => [kind, console[kind]] as const);
  for (const kind of KINDS) console[kind] = (...given: unknown[]) => void texts.push(given.map(String).join(' '));
  return {
    texts,
    restore() {
      for (const [kind, print] of before) console[kind] = print;
    },
  };
}

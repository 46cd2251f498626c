// The known name that a mistyped one was most likely meant to be.

/** Each two letters that stand side by side in a word, and its last one. */
const pairs = (word: string): string[] => [...word].map((_, place) => word.slice(place, place + 2));

/**
 * Finds the nearest of some names: the one that shares most pairs of letters with what was written.
 * @param word what was written.
 * @param names what could have been meant.
 * @returns undefined if none shares half of them.
 */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const written = pairs(word.toLowerCase());
  let best: string | undefined;
  let most = 0.5;
  for (const name of names) {
    const known = pairs(name.toLowerCase());
    const shared = known.filter((pair) => written.includes(pair)).length / Math.max(known.length, written.length);
    if (shared > most) [best, most] = [name, shared];
  }
  return best;
}

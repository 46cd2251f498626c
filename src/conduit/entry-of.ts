// Looking up what came from elsewhere.

/**
 * What a table has for a word of the service's, a browser's or a page's: a state, a type, a code, a key. Never what a table
 * has because it is an object, such as `constructor` or `toString`.
 * @param table the table.
 * @param word the word; what is no text is in no table.
 */
export function entryOf<Entry>(table: Readonly<Partial<Record<string, Entry>>>, word: unknown): Entry | undefined {
  return typeof word === 'string' && Object.hasOwn(table, word) ? table[word] : undefined;
}

// Writes the list of the languages that are published beside English, from the files in elements/lang: adding a language is adding its
// file. Run by the build; a test fails where the list is not what it writes.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/** The tags, in their order. */
export const languages = () =>
  readdirSync(new URL('elements/lang', root))
    .flatMap((name) => /^(.+)\.ts$/.exec(name)?.[1] ?? [])
    .sort();

/** The text of elements/words/published.ts. */
export const published =
  () => `// Which languages are published beside English. Written by the build, from the files in elements/lang.

export const PUBLISHED = [${languages()
    .map((tag) => `'${tag}'`)
    .join(', ')}] as const;

/** The tag of one of them. */
export type PublishedLanguage = (typeof PUBLISHED)[number];
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('elements/words/published.ts', root), published());
}

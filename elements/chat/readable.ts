// Texts of strangers, made such that they can be read, and do nothing to what stands around them.

/** Marks that turn the order of characters round, and would do so to what follows. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Characters that are not seen: one may join or part letters, a crowd of them hides something. */
const UNSEEN = /(?:(?![\uFE00-\uFE0F\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}){2,}/gu;

/** A crowd of those that choose how the character before them looks: one does. */
const SELECTORS = /([\uFE00-\uFE0F])[\uFE00-\uFE0F]+/gu;

/** Letters that are not seen: after a black flag they make that of a region, elsewhere they hide something. */
const TAGS = /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,6})[\u{E0000}-\u{E007F}]/gu;

/** Texts that have nothing to be seen in them. */
const BLANK = /^[\s\u2800\p{Default_Ignorable_Code_Point}]*$/u;

/** Characters of a name, at most: of a person, and of a file. */
const MOST_OF_NAME = 80;

/** How many of them are of its end, where a name of a file is longer. */
const END_OF_NAME = 24;

/** Accents upon accents, which run over other lines. No script needs more than four on one letter. */
const ACCENTS = /(\p{Mn}{4})\p{Mn}+/gu;

/** Control characters but the tab and the line break. */
const CONTROLS = /(?![\t\n])\p{Cc}|[\u2028\u2029]/gu;

/** Empty lines that push everything else out of sight. */
const GAPS = /\n{4,}/gu;

/**
 * A text as it is shown.
 * @param text whatever somebody has sent.
 */
export const readable = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROLS, '')
    .replace(DIRECTIONS, '')
    .replace(TAGS, '')
    .replace(UNSEEN, '\u200B')
    .replace(SELECTORS, '$1')
    .replace(ACCENTS, '$1')
    .replace(GAPS, '\n\n\n');

/** A text on one line, such as a name. */
export const oneLine = (text: string): string => readable(text).replace(/\s+/gu, ' ').trim();

/** A name of somebody, as they or the service have written it; empty if there is nothing of it to be seen. */
export const personName = (name: string): string => (BLANK.test(oneLine(name)) ? '' : beginning(name, MOST_OF_NAME));

/**
 * The name of a file without the folders that somebody has written into it, and without its middle if it is very long. All of its
 * endings stay: the last one counts.
 * @param name as it was sent.
 */
export function fileName(name: string): string {
  const last = oneLine(name).split(/[\\/]/u).at(-1)?.trim() ?? '';
  if (BLANK.test(last)) return '?';
  const characters = [...last];
  if (characters.length <= MOST_OF_NAME) return last;
  const start = characters.slice(0, MOST_OF_NAME - END_OF_NAME - 1);
  return `${start.join('')}…${characters.slice(-END_OF_NAME).join('')}`;
}

/** Beginning of a text, not longer than so many characters. */
export function beginning(text: string, most: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

// Texts of strangers, made such that they can be read, and do nothing to what stands around them.

/** Marks that turn the order of characters round, and would do so to what follows. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Characters that are not seen: one may join or part letters, a crowd of them hides something. */
const UNSEEN = /(?:(?![\uFE00-\uFE0F\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}){2,}/gu;

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
    .replace(UNSEEN, '\u200B')
    .replace(ACCENTS, '$1')
    .replace(GAPS, '\n\n\n');

/** A text on one line, such as a name. */
export const oneLine = (text: string): string => readable(text).replace(/\s+/gu, ' ').trim();

/**
 * The name of a file without the folders that somebody has written into it. All of its endings stay: the last one counts.
 * @param name as it was sent.
 */
export const fileName = (name: string): string => oneLine(name).split(/[\\/]/u).at(-1)?.trim() || '?';

/** Beginning of a text, not longer than so many characters. */
export function beginning(text: string, most: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

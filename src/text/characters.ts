// How characters read, whatever script they are of: digits, dashes, blanks, dots, brackets, letters, and marks that cannot be seen.

/** Stands for what cannot be seen: soft hyphens, marks of direction, joiners, combining marks, control characters. */
export const INVISIBLE = '\u00ad';

/** Stand for each letter beyond ASCII. */
const SMALL_LETTER = 'ä';
const CAPITAL_LETTER = 'Ä';

/** Text of these alone reads as it stands. */
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/** What reads alike, and the character of ASCII that it is read as. Each takes one unit for one unit. */
const ALIKE: readonly (readonly [characters: RegExp, readAs: string])[] = [
  [/[\u2018-\u201b\u02bc\u2032]/g, "'"],
  [/[\u201c-\u201f\u00ab\u00bb\u2033]/g, '"'],
  // Letters by their category, but there is nothing to see.
  [/[\p{Zs}\u115f\u1160\u3164\uffa0\u2800]/gu, ' '],
  [/[\u0085\u2028\u2029]/g, '\n'],
  // Dashes and minus signs, and the long vowel mark that numbers are grouped by in Japanese.
  [/(?!-)[\p{Pd}\u2212\u2043\u02d7\u207b\u208b\u2500\u2796\u30fc\uff70]/gu, '-'],
  [/[\u00b7\u2022\u2024\u2027\u2219\u22c5\u3002\u30fb\uff61\uff65\u06d4\u066b]/g, '.'],
  [/[\u060c\u066c\u3001\ufe50\ufe51\uff64]/g, ','],
  [/[\u2044\u2215]/g, '/'],
  [/[\u207a\u208a\u2795\ufb29\ufe62]/g, '+'],
  [/\ufe6b/g, '@'],
  [/\ufe5f/g, '#'],
  [/[\u02d0\u2236\ua789\ufe55]/g, ':'],
  [/(?![\x20-\x7e])\p{Ps}/gu, '('],
  [/(?![\x20-\x7e])\p{Pe}/gu, ')'],
  [/(?![\t\n\r])[\p{Cc}\p{Cf}\p{M}]/gu, INVISIBLE],
  [/(?![\x20-\x7e])[\p{Ll}\p{Lt}\p{Lm}\p{Lo}]/gu, SMALL_LETTER],
  [/(?![\x20-\x7e])\p{Lu}/gu, CAPITAL_LETTER],
];

/**
 * The value of a decimal digit of any script.
 * @param digit a character of the category Nd, such as `٣`.
 * @returns 0 to 9.
 */
export function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  // Digits stand together by tens, each ten beginning with its zero.
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

/** Full-width forms stand in the order of ASCII. */
function fromFullWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Reads a character that takes two units as two. */
function fromPair(pair: string): string {
  if (/\p{Nd}/u.test(pair)) return digitValue(pair) + INVISIBLE;
  if (/[\p{Cf}\p{M}]/u.test(pair)) return INVISIBLE + INVISIBLE;
  if (/\p{Lu}/u.test(pair)) return CAPITAL_LETTER + CAPITAL_LETTER;
  return /\p{L}/u.test(pair) ? SMALL_LETTER + SMALL_LETTER : pair;
}

/**
 * Reads a text plainly: digits of every script as 0 to 9, dashes as `-`, blanks as a blank, dots, commas, slashes,
 * brackets, quotes and full-width forms as those of ASCII, letters beyond it as `ä` or `Ä`, and what cannot be seen as
 * {@link INVISIBLE}.
 * @param text any text.
 * @returns as many UTF-16 units, each in the place of the one that it reads.
 */
export function readPlainly(text: string): string {
  if (PLAIN.test(text)) return text;
  let plain = text
    .replace(/[\u{10000}-\u{10ffff}]/gu, fromPair)
    .replace(/[\uff01-\uff5e]/g, fromFullWidth)
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
  for (const [characters, readAs] of ALIKE) plain = plain.replace(characters, readAs);
  return plain;
}

// Text as people type and paste it, brought into the characters of a keyboard: what looks the same becomes the same.
import { digitValue } from '../text/characters.js';

/** What nobody sees: direction marks, blanks without width, soft hyphens, byte order marks, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Signs that are printed instead of the plain ones. */
const LOOKALIKES: readonly (readonly [signs: RegExp, plain: string])[] = [
  [/[\p{Zs}\t\v\f]/gu, ' '],
  [/[\p{Pd}\u2212\u2043\u30fc~\u223c\u2053]/gu, '-'],
  [/[\u00b7\u2022\u2024\u2027\u22c5\u30fb\uff65]/g, '.'],
  [/[[{\u3010\u3014\u3016\u2768\u276a]/g, '('],
  [/[\]}\u3011\u3015\u3017\u2769\u276b]/g, ')'],
  [/[\u2044\u2215]/g, '/'],
  [/[\ufe62\u207a]/g, '+'],
];

/** Characters of East Asian keyboards that are as wide as an ideogram, and how far each is from the plain one. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_DISTANCE = 0xfee0;

const DIGIT = /(?![0-9])\p{Nd}/gu;

/**
 * Digits of every script as those from 0 to 9; everything else stays.
 * @param text any text, such as `\u0661\u0662` or `\uff11\uff12`.
 */
export const withPlainDigits = (text: string): string => text.replace(DIGIT, (digit) => String(digitValue(digit)));

/**
 * A text with plain digits, blanks, hyphens, dots, brackets and pluses for all that look like them, and without invisible marks.
 * No sign that means something else becomes a digit: a raised 2 is a footnote.
 * @param text any text.
 */
export function withPlainSigns(text: string): string {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_DISTANCE));
  return LOOKALIKES.reduce((now, [signs, sign]) => now.replace(signs, sign), withPlainDigits(plain)).trim();
}

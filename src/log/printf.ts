// C-style text formatting, for the lines of the log and the messages of errors.
import { describe } from './snapshot.js';

const forms = /%(?:%|(?:([1-9])\$)?(?:\.(\d\d?))?([dfijos]))/g;

/**
 * Formats a line; never throws.
 *
 * Forms: `%%` a percent sign, `%s` text, `%d` and `%i` integer, `%f` decimal, `%j` and `%o` JSON. Between `%` and the
 * letter may stand `1$` (argument by position) and `.2` (decimals, or length of a text). Anything else is text, and
 * without arguments all of it, so that a percent-encoded URL is safe. Where no number is given for a number, its text is
 * printed; arguments left over follow after a blank. Protocol sections 8.1 and 12.5.
 * @param format the text with placeholders; anything else is described.
 * @param args what is put in their places.
 * @returns the formatted text, not redacted.
 */
export function formatText(format: unknown, args: readonly unknown[]): string {
  const texts = args.map(describe);
  const leftOver = new Map(texts.map((text, index) => [index, text]));
  let next = 0;
  const print = (placeholder: string, position: string | undefined, places: string | undefined, type?: string) => {
    if (!type) return '%';
    const index = position ? Number(position) - 1 : next++;
    if (index >= texts.length) return placeholder;
    leftOver.delete(index);
    const text = texts[index];
    const number = Number(text);
    if (!'dif'.includes(type) || Number.isNaN(number)) return text;
    if (type !== 'f') return String(Math.trunc(number));
    return places ? number.toFixed(Number(places)) : text;
  };
  const start = describe(format);
  return [args.length ? start.replace(forms, print) : start, ...leftOver.values()].join(' ');
}

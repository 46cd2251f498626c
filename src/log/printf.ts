// C-style text formatting, for the lines of the log and the messages of errors.
import { cut } from './redact.js';
import { describe, kindOf } from './snapshot.js';

const forms = /%(?:%|(?:([1-9]\d?)\$)?(\+)?(0|'[^])?(-)?(\d\d?)?(?:\.(\d\d?))?([bcdefgijostTuvxX]))/g;

/** How a number is printed; `places` is what stands after the dot of the form. */
const numberForms: Readonly<Record<string, (number: number, places: number | undefined) => string>> = {
  b: (number) => unsigned(number).toString(2),
  c: (number) => (number >= 0 && number <= 0x10ffff ? String.fromCodePoint(Math.trunc(number)) : ''),
  d: (number) => String(Math.trunc(number)),
  e: (number, places) => number.toExponential(places),
  f: (number, places) => (places === undefined ? String(number) : number.toFixed(places)),
  g: (number, places) => (places ? String(Number(number.toPrecision(places))) : String(number)),
  i: (number) => String(Math.trunc(number)),
  u: (number) => String(unsigned(number)),
  x: (number) => unsigned(number).toString(16),
  X: (number) => unsigned(number).toString(16).toUpperCase(),
};

/** Negative numbers as 32 bits. */
function unsigned(number: number): number {
  return number < 0 ? number >>> 0 : Math.trunc(number);
}

/** Prints one argument; where no number is given for a number, its text. */
function print(type: string, value: unknown, text: string, places: number | undefined): string {
  if (type === 'T') return kindOf(value).toLowerCase();
  if (type === 't') return String(Boolean(value)).slice(0, places);
  if (type === 's' || type === 'v') return text.slice(0, places);
  // More digits than a number can hold.
  if ('dif'.includes(type) && places === undefined && /^-?\d{16,}$/.test(text)) return text;
  const number = text.trim() === '' ? NaN : Number(text);
  return (Number.isNaN(number) ? undefined : numberForms[type]?.(number, places)) ?? text;
}

/** Fills up to a width; zeros stand after the sign. */
function pad(text: string, width: number, filler: string, toTheLeft: boolean): string {
  if (toTheLeft) return text.padEnd(width, filler === '0' ? ' ' : filler);
  const sign = filler === '0' ? (/^[+-](?=[\d.])/.exec(text)?.[0] ?? '') : '';
  return sign + text.slice(sign.length).padStart(width - sign.length, filler);
}

/**
 * Formats a line; never throws.
 *
 * Forms: `%%` a percent sign, `%s` and `%v` text, `%d` and `%i` integer, `%u` integer without sign, `%f` decimal, `%e`
 * with an exponent, `%g` with so many digits, `%x`, `%X` and `%b` hexadecimal and binary, `%c` the character of a code
 * point, `%j` and `%o` JSON, `%t` true or false, `%T` the type. Between `%` and the letter may stand, in this order: `1$`
 * (argument by position), `+` (with a sign), `0` or `'_` (what to fill up with), `-` (on the right), a width, and `.2`
 * (decimals, digits, or length of a text). Anything else is text, and without arguments all of it, so that a
 * percent-encoded URL is safe. Where no number is given for a number, its text is printed; arguments left over follow
 * after a blank. docs/protocol.md, sections 8.1 and 12.5.
 * @param format the text with placeholders; anything else is described.
 * @param args what is put in their places.
 * @param describeArgument how an argument that is no number is put into words.
 * @returns the formatted text, not redacted; each part of it is cut as text of the log is.
 */
export function formatText(
  format: unknown,
  args: readonly unknown[],
  describeArgument: (value: unknown) => string = describe,
): string {
  const texts = args.map((arg) => cut(describeArgument(arg)));
  const leftOver = new Map(texts.map((text, index) => [index, text]));
  let next = 0;
  const replace = (
    placeholder: string,
    position?: string,
    plus?: string,
    filler = ' ',
    minus?: string,
    width?: string,
    places?: string,
    type?: string,
  ): string => {
    if (!type) return '%';
    const index = position ? Number(position) - 1 : next++;
    const text = texts[index];
    if (text === undefined) return placeholder;
    leftOver.delete(index);
    const printed = print(type, args[index], text, places === undefined ? undefined : Number(places));
    const signed = plus && type in numberForms && /^\d/.test(printed) ? `+${printed}` : printed;
    return pad(signed, Number(width ?? 0), filler.at(-1) ?? ' ', minus !== undefined);
  };
  const start = cut(describe(format));
  return [args.length > 0 ? start.replace(forms, replace) : start, ...leftOver.values()].join(' ');
}

// C-style text formatting: strict for the public `sprintf`, forgiving for the logger.
import { describe } from './snapshot.js';

// The empty last alternative makes a stray `%` a match of its own, so that a bad format is noticed. Width and
// precision have few digits: a format must not be able to ask for gigabytes of padding.
const placeholder =
  /%(?:%|(?:([1-9]\d?)\$|\(([^)]+)\))?(\+)?(0|'[^$])?(-)?(\d{1,4})?(?:\.(\d{1,3}))?([bcdefijosuxX])|)/g;

type AsText = (value: unknown) => string;

/** Reads `path` (`a.b`, `list[0].name`) out of `source`; throws where a step does not exist. */
function lookUp(source: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((value, key) => (value as Record<string, unknown>)[key], source);
}

function toNumber(value: unknown): number {
  const number = typeof value === 'string' ? parseFloat(value) : value;
  if (typeof number === 'number' && (Object.is(number, value) || Number(value) === number)) return number;
  throw new Error(`a number is needed, not ${value === null ? 'null' : typeof value}`);
}

/** A number in its form, with a minus where the form has one. */
function digits(value: number, type: string, precision: number | undefined): string {
  const whole = Math.trunc(value);
  const unsigned = whole < 0 ? whole >>> 0 : whole;
  if (type === 'b') return whole.toString(2);
  if (type === 'e') return value.toExponential(precision);
  if (type === 'f') return precision === undefined ? String(value) : value.toFixed(precision);
  if (type === 'o') return unsigned.toString(8);
  if (type === 'u') return String(whole >>> 0);
  if (type === 'x') return unsigned.toString(16);
  return type === 'X' ? unsigned.toString(16).toUpperCase() : String(whole);
}

/**
 * Walks through `format`. `fail` decides what becomes of a placeholder that cannot be printed: it throws, or gives the
 * text to leave in its place. `used` collects the arguments that were printed.
 */
function render(
  format: string,
  args: readonly unknown[],
  fail: (placeholder: string, reason: string) => string,
  asText?: AsText,
  used?: Set<unknown>,
): string {
  let next = 0;
  return format.replace(placeholder, (match: string, ...parts: (string | undefined)[]) => {
    const [position, path, plus, fill, left, size, places, type] = parts;
    if (match === '%%') return '%';
    if (!type) return fail(match, 'unexpected placeholder');
    const index = path ? 0 : position ? Number(position) - 1 : next++;
    if (asText && index >= args.length) return match;
    const width = Number(size ?? 0);
    const precision = places === undefined ? places : Number(places);
    try {
      const value = path ? lookUp(args[0], path) : args[index];
      used?.add(index);
      let sign = '';
      let body: string;
      if (type === 's') body = (asText ?? String)(value).slice(0, precision);
      // Straight JSON would carry what `asText` hides into the log. The width is the indentation.
      else if (type === 'j') return asText ? asText(value) : (JSON.stringify(value, null, width) ?? 'undefined');
      else if (type === 'c') body = String.fromCharCode(toNumber(value));
      else {
        body = digits(toNumber(value), type, precision);
        sign = body.startsWith('-') ? '-' : plus ? '+' : '';
        body = body.replace('-', (minus, at) => (at ? minus : ''));
      }
      const padding = (fill ?? ' ').slice(-1).repeat(Math.max(0, width - sign.length - body.length));
      return left ? sign + body + padding : fill === '0' ? sign + padding + body : padding + sign + body;
    } catch (error) {
      used?.delete(index);
      return fail(match, (error as Error).message);
    }
  });
}

/**
 * Formats text in the manner of C's printf.
 *
 * Forms: `%%` a percent sign, `%b` binary, `%c` the character with that code, `%d` `%i` integer, `%e` exponential, `%f`
 * decimal, `%o` octal, `%s` text, `%u` unsigned 32-bit integer, `%x` `%X` hexadecimal, `%j` JSON. Between `%` and the
 * letter may stand, in this order: `1$` (argument by position) or `(a.b)` (property of the first argument), `+` (always
 * show the sign), `0` or `'c` (padding character), `-` (align left), a width, `.` and a precision.
 * Protocol section 7.6.
 *
 * @param format the text with placeholders
 * @param args what is put in their places; text that reads as a number is good for a number form
 * @returns the formatted text
 * @throws Error if the format has an unknown placeholder, or a number form gets something that is no number
 */
export function sprintf(format: string, ...args: unknown[]): string {
  return vsprintf(format, args);
}

/**
 * `sprintf` with the arguments in one array. Protocol section 7.6.
 *
 * @param format the text with placeholders
 * @param args what is put in their places
 * @returns the formatted text
 * @throws Error as `sprintf` does
 */
export function vsprintf(format: string, args: readonly unknown[]): string {
  return render(String(format), args, (match, reason) => {
    throw new Error(`sprintf: ${reason} at "${match}" in "${format}"`);
  });
}

/**
 * Formats a line of the log; never throws. Without arguments `format` is plain text, so that a percent-encoded URL is
 * safe. A placeholder that cannot be printed stays as it is; arguments left over follow after a blank.
 * Protocol sections 8.1 and 12.5.
 *
 * @param format the text with placeholders; anything else is described
 * @param args what is put in their places
 * @param asText turns a value into short text; by default objects become redacted JSON
 * @returns the formatted text
 */
export function formatText(format: unknown, args: readonly unknown[], asText: AsText = describe): string {
  const start = asText(format);
  if (!args.length) return start;
  const used = new Set<unknown>();
  const text = typeof format === 'string' ? render(format, args, (match) => match, asText, used) : start;
  return [text, ...args.filter((_, index) => !used.has(index)).map((arg) => asText(arg))].join(' ');
}

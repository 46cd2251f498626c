// Phone numbers as people type, paste and store them. The one reader of every door; what needs the rules of a country is left to
// whoever knows one. A number is read or refused, and never becomes somebody else's.
import { ValueError } from '../errors/errors.js';
import { withPlainSigns } from './written-text.js';

/** What is the matter with a number. */
export type NumberProblem = keyof typeof PROBLEMS;

/** What is said of each, to developers and in the log: none quotes the number, which is a customer's. */
const PROBLEMS = {
  empty: 'There is no phone number. Give one such as +12065550100.',
  letters: 'A phone number has digits only. Write it in E.164 form, such as +12065550100.',
  extension:
    'The phone number has an extension, which cannot be dialed with it. Dial the number without it, and send the extension as digits once the call is answered.',
  several: 'This is more than one phone number. Give one of them.',
  country: 'The country of the phone number is not known. Begin with + and the country code, as in +12065550100.',
  short: 'The phone number is too short. Check that no digit is missing.',
  long: 'The phone number is too long. Check that there is no digit too many.',
  invalid: 'This is not a phone number. Write it in E.164 form, such as +12065550100.',
} as const;

/** A number that can be dialled, or what is the matter with it. */
export type ReadNumber = { readonly number: string } | { readonly problem: NumberProblem };

/** A number that only the rules of a country can read. */
export interface LocalNumber {
  /** As it was written, in plain digits and signs. */
  readonly written: string;
  /** Its digits alone. */
  readonly digits: string;
  /** The country code that it came with, in the `phone-context` of its address; empty if it came with none. */
  readonly countryCode: string;
}

/** A number that cannot be dialled. */
export class PhoneNumberError extends ValueError {
  static {
    this.prototype.name = 'PhoneNumberError';
  }

  /** What is the matter with it. */
  readonly problem: NumberProblem;

  constructor(problem: NumberProblem) {
    super(PROBLEMS[problem]);
    this.problem = problem;
  }
}

/** Country codes, of which none begins with another. ITU-T E.164, list of assigned codes. */
const COUNTRY_CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * Countries in which a 0 before the number is dialled inside the country only, and in which no number begins with one: their codes.
 * A test holds them to the metadata of libphonenumber.
 */
const TRUNK_ZERO = new Set(
  (
    '20 27 31 32 33 40 41 43 44 46 49 51 53 54 55 58 60 61 62 63 64 66 81 82 84 86 90 91 92 93 94 95 98 211 212 213 218 231 232 ' +
    '233 234 243 249 251 252 254 255 256 260 261 262 263 264 265 291 353 355 358 359 370 373 374 377 380 381 382 383 385 386 387 ' +
    '389 421 423 508 590 591 593 594 595 596 598 686 850 855 856 880 886 961 962 963 964 966 967 970 971 972 976 977 994 995 996'
  ).split(' '),
);

/** Countries whose numbers begin with a 0 that is dialled from everywhere, though people write it in brackets. */
const OWN_ZERO = new Set(['39', '225', '226', '227', '229', '241', '242', '378', '992']);

/** Countries of which every number has ten digits: one more is a trunk 1 or 8 that was written along. */
const TEN_DIGITS = new Set(['1', '7']);

/** Reached in any country in which they exist; the service decides. They have no international form. */
const EMERGENCY = ['112', '911', '999'];
/** The same, and those for a test and for people in despair, as some services take them behind a country code. */
const SHORT_ABROAD = [...EMERGENCY, '933', '988'];

/** ITU-T E.164: at most 15 digits. The shortest that exist have 7, the country code included. */
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 7;

/**
 * Exit codes as they are written where no country is known: 00 and 011, if what follows leaves no other reading. Behind 001, 002 and
 * so on stand the exit codes of other countries and of their carriers; 011 is also Turin, Delhi, and the beginning of Leeds, whose
 * numbers are shorter.
 */
const EXIT_CODE = /^(?:00(?=[34]\d{7})(?!31|345|365|391|4[13]|444|456)|011(?=[2-9]\d{10}))/;

const SEPARATOR = String.raw`[\s().-]`;
const EXTENSION_WORDS =
  'ext(?:ension|n)?|xtn|x{1,2}|anexo|int(?:erno)?|ramal|poste|durchwahl|dw|nebenstelle|доб(?:авочный)?|内線|分机|分機|转|轉|내선|تحويلة|داخلي';
const EXTENSION = new RegExp(
  String.raw`\d${SEPARATOR}*[;,]?\s*(?:(?:${EXTENSION_WORDS})[.:=#\s-]*|#\s*|(?:[,;pw]\s*)+)\(?\d{1,15}\)?\s*#?$`,
  'iu',
);

/** What addresses of numbers begin with. RFC 3966. */
const ADDRESS = /^(?:tel|callto):(?:\/\/)?/i;
/** Parameters of an address that are dialled once the call is answered. */
const DIALLED_LATER = /;\s*(?:ext|isub|postd)=/i;
/** A parameter without a name: nobody knows whether its digits belong to the number. */
const NAMELESS = /;\s*(?![\w-]+=)[^;]*\d/;
const CONTEXT = /;\s*phone-context=\s*([^;]*)/i;

/** What stands around numbers in texts: a label, quotes, signs of telephones. */
const LABEL = /^(?!ext)[\p{L}. ]{1,20}:\s*(?=[+(\d])/iu;
const WRAPPING = /^[\s\p{So}\p{Pi}"'<:;,.]+|[\s\p{Pf}"'>:;,.]+$/gu;

/** A 0 in brackets right behind the country code. */
const BRACKETED_ZERO = /^(\D*(?:\d[\s.-]*){1,3}\)?\s*)\(\s*0\s*\)/;
const ANY_BRACKETED_ZERO = /\(\s*0\s*\)/;

/** The most digits that an area code has, and a country code with it: what a slash may stand behind. */
const AREA_DIGITS = 6;

/** No number takes more characters, whatever it is wrapped in. */
const LONGEST_TEXT = 300;

const problem = (name: NumberProblem): { readonly problem: NumberProblem } => ({ problem: name });
const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The address's own text decoded; as it stands if it cannot be. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True if a slash parts two numbers, and not an area from a number. */
function hasSeveral(text: string, isInternational: boolean): boolean {
  const parts = text.split('/');
  if (parts.length < 2) return /[\n\r\u2028\u2029]/.test(text);
  return parts.length > 2 || digitsOf(parts[0]).length > AREA_DIGITS + (isInternational ? 1 : 0);
}

/** The number behind a plus. */
function readInternational(text: string): ReadNumber {
  const digits = digitsOf(text);
  if (!digits) return problem('empty');
  if (digits.startsWith('0')) return problem('invalid');
  const code = COUNTRY_CODE.exec(digits)?.[0];
  if (!code) return problem('short');
  let own = digits.slice(code.length);
  const bracket = BRACKETED_ZERO.exec(text);
  if (ANY_BRACKETED_ZERO.test(bracket ? text.slice(bracket[0].length) : text)) return problem('invalid');
  if (bracket && digitsOf(bracket[1]) !== code) return problem('invalid');
  if (bracket && !OWN_ZERO.has(code)) own = own.slice(1);
  // Of +39 (0)331 nobody can tell whether it is a town, with the zero, or a mobile phone, without.
  else if (bracket && code === '39' && own[1] === '3') return problem('invalid');
  else if (TRUNK_ZERO.has(code)) own = own.replace(/^0(?!0)/, '');
  // Hungary dials 06 before numbers in the country, none of which begins with a zero.
  else if (code === '36') own = own.replace(/^06/, '');
  if (SHORT_ABROAD.includes(own)) return { number: `+${code}${own}` };
  const length = code.length + own.length;
  if (TEN_DIGITS.has(code) && own.length !== 10) return problem(own.length < 10 ? 'short' : 'long');
  if (code === '1' && !/^[2-9]/.test(own)) return problem('invalid');
  if (length < FEWEST_DIGITS) return problem('short');
  if (length > MOST_DIGITS) return problem('long');
  return { number: `+${code}${own}` };
}

/**
 * Reads a number as it is written anywhere: international ones whole, others as far as that goes without a country.
 * @param given what was typed, pasted or stored, such as `tel:+1-206-555-0100` or `+44 (0)20 7946 0018`.
 * @returns the number in E.164 form, what is the matter with it, or a local number for {@link readWithoutCountry} or for a reader
 *   that knows the country's rules.
 */
export function readWrittenNumber(given: string): ReadNumber | LocalNumber {
  if (given.length > LONGEST_TEXT) return problem('invalid');
  let text = withPlainSigns(given).replace(WRAPPING, '');
  let countryCode = '';
  if (ADDRESS.test(text)) {
    text = withPlainSigns(decoded(text.replace(ADDRESS, '')));
    if (DIALLED_LATER.test(text)) return problem('extension');
    if (NAMELESS.test(text)) return problem('invalid');
    const context = CONTEXT.exec(text)?.[1];
    text = text.replace(/;.*$/, '').trim();
    if (context !== undefined && !text.startsWith('+')) {
      countryCode = digitsOf(context);
      // A number of a company's own, or of a part of a country.
      if (!context.startsWith('+') || COUNTRY_CODE.exec(countryCode)?.[0] !== countryCode) return problem('country');
    }
  } else if (DIALLED_LATER.test(text)) return problem('extension');
  text = text.replace(LABEL, '');
  if (EXTENSION.test(text)) return problem('extension');
  if (/\p{L}/u.test(text)) return problem('letters');
  if (!/\d/.test(text)) return problem(/[*#]/.test(text) ? 'invalid' : 'empty');
  const isInternational = /^[\s(]*\+/.test(text);
  if (hasSeveral(text, isInternational)) return problem('several');
  const own = isInternational ? text.replace(/^([\s(]*)\+/, '$1') : text;
  if (!/^[\d\s()./-]*$/.test(own)) return problem(/^[^*#]*\d[^*#]*\+[^*#]*$/.test(own) ? 'several' : 'invalid');
  return isInternational ? readInternational(own) : { written: own, digits: digitsOf(own), countryCode };
}

/** True if a number was read, or refused: nothing is left for the rules of a country. */
export const isRead = (result: ReadNumber | LocalNumber): result is ReadNumber => !('written' in result);

/**
 * Reads a local number where nobody knows the country: what can only be one number, else not at all.
 * @param local what {@link readWrittenNumber} has left.
 */
export function readWithoutCountry({ written, digits, countryCode }: LocalNumber): ReadNumber {
  if (countryCode) return problem('country');
  if (EMERGENCY.includes(digits)) return { number: digits };
  const exit = EXIT_CODE.exec(digits)?.[0];
  return exit ? readBehind(written, exit) : problem('country');
}

/**
 * Reads an international number behind an exit code.
 * @param written the number in plain digits and signs.
 * @param exit the exit code with which it begins, such as `00`; its digits may be apart.
 */
export function readBehind(written: string, exit: string): ReadNumber {
  const before = new RegExp(`^\\D*${[...exit].join('\\D*')}`).exec(written)?.[0] ?? '';
  return readInternational(written.slice(before.length));
}

/** Digits without a plus, as some store numbers in E.164 form, and short numbers. No trunk prefix begins otherwise than with 0. */
const BARE_DIGITS = /^[1-9]\d{2,14}$/;

/**
 * The number that goes over the wire. Bare digits are sent as they are, which is what amazon-connect-streams does: the service says
 * whether it takes them, and no plus or country is made up for them.
 * @param given the number as the caller has it.
 * @throws PhoneNumberError if it cannot be dialled, or not without guessing.
 */
export function toDialledNumber(given: unknown): string {
  const text = typeof given === 'number' ? String(given) : given;
  if (typeof text !== 'string') throw new PhoneNumberError('invalid');
  const written = readWrittenNumber(text);
  if (!isRead(written) && !written.countryCode && BARE_DIGITS.test(written.written)) return written.digits;
  const read = isRead(written) ? written : readWithoutCountry(written);
  if ('problem' in read) throw new PhoneNumberError(read.problem);
  return read.number;
}

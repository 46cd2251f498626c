// Numbers as people type them, turned into E.164. What is not in that form yet is read by a library that is loaded then.
import type { CountryCode } from 'libphonenumber-js/min';

/** What is the matter with a typed number. */
export type NumberProblem = 'empty' | 'letters' | 'country' | 'short' | 'long' | 'invalid' | 'reader';

/** A typed number in E.164 form, or what is the matter with it. */
export type ReadNumber = { readonly number: string } | { readonly problem: NumberProblem };

/** Blanks, dots, slashes, brackets and dashes of all kinds, in which people group numbers. */
const GROUPING = /[\s.()/\u2010-\u2015\u2212-]/g;
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Reads a typed phone number.
 * @param text what was typed, such as `+61 417 000 000` or `(206) 555-0100`.
 * @param country code of the country that a number without country code belongs to, such as `US`; empty if none.
 */
export async function readPhoneNumber(text: string, country: string): Promise<ReadNumber> {
  // Within an international number, (0) is the digit to leave out.
  const typed = text
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^(\+.*)\(0\)/, '$1');
  const number = typed.replace(GROUPING, '');
  if (!number) return { problem: 'empty' };
  if (/[^\d+*#]/.test(number)) return { problem: 'letters' };
  if (E164.test(number)) return { number };
  if (number.startsWith('+')) return { problem: number.length < 8 ? 'short' : number.length > 16 ? 'long' : 'invalid' };
  if (!country) return { problem: 'country' };
  return readNational(typed, country.toUpperCase() as CountryCode);
}

async function readNational(typed: string, country: CountryCode): Promise<ReadNumber> {
  let library: typeof import('./phone-library.js');
  try {
    library = await import('./phone-library.js');
  } catch {
    return { problem: 'reader' };
  }
  const { isSupportedCountry, parsePhoneNumberFromString, validatePhoneNumberLength } = library;
  if (!isSupportedCountry(country)) return { problem: 'country' };
  const options = { defaultCountry: country, extract: false };
  const found = parsePhoneNumberFromString(typed, options);
  // Possible, not valid: new number ranges come up sooner than new versions of the library.
  if (found?.isPossible()) return { number: found.number };
  const length = validatePhoneNumberLength(typed, options);
  return { problem: length === 'TOO_SHORT' ? 'short' : length === 'TOO_LONG' ? 'long' : 'invalid' };
}

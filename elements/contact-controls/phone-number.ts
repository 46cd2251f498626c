// Numbers as people type them, turned into what is dialled. Local ones are read by a library that knows the rules of each country;
// it is loaded with the first of them.
import type { CountryCode } from 'libphonenumber-js/min';
import {
  isRead,
  type LocalNumber,
  type NumberProblem as WrittenProblem,
  type ReadNumber as WrittenResult,
  readBehind,
  readWithoutCountry,
  readWrittenNumber,
} from '../../src/api/phone-number.js';
import { loadPhoneLibrary, type PhoneLibrary } from '../numbers/load-phone-library.js';
import { isShortNumber } from './short-number.js';

/** What is the matter with a typed number; `reader`: the library did not load. */
export type NumberProblem = WrittenProblem | 'reader';

/** A typed number as it is dialled, or what is the matter with it. */
export type ReadNumber = WrittenResult | { readonly problem: NumberProblem };

/** What was the matter with the number of a command that failed, or undefined. The error may be of another copy of the library. */
export function problemOf(error: unknown): WrittenProblem | undefined {
  const { cause } = (error ?? {}) as { cause?: { name?: unknown; problem?: WrittenProblem } };
  return cause?.name === 'PhoneNumberError' ? cause.problem : undefined;
}

/**
 * Reads a typed phone number.
 * @param text what was typed or pasted, such as `+61 417 000 000`, `tel:+1-206-555-0100` or `(206) 555-0100`.
 * @param country code of the country that a number without country code belongs to, such as `US`; empty if none.
 * @returns the number in E.164 form; a short number of the country, such as `911`, has none and stays as it is.
 */
export async function readPhoneNumber(text: string, country: string): Promise<ReadNumber> {
  const written = readWrittenNumber(text);
  if (isRead(written)) return written;
  const code = country.trim().toUpperCase();
  if (!code && !written.countryCode) return readWithoutCountry(written);
  if (isShortNumber(written.digits, code)) return { number: written.digits };
  let library: PhoneLibrary;
  try {
    library = await loadPhoneLibrary();
  } catch {
    return { problem: 'reader' };
  }
  return readLocal(written, code, library);
}

function readLocal({ written, digits, countryCode }: LocalNumber, country: string, library: PhoneLibrary): ReadNumber {
  const { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString, validatePhoneNumberLength } = library;
  if (!countryCode && !isSupportedCountry(country)) return { problem: 'country' };
  const options = countryCode
    ? { defaultCallingCode: countryCode, extract: false }
    : { defaultCountry: country as CountryCode, extract: false };
  const parse = (text: string) => {
    const found = parsePhoneNumberFromString(text, options);
    // Possible, not valid: new number ranges come up sooner than new versions of the library.
    return found?.isPossible() && 'number' in checked(found.number) ? found : undefined;
  };
  const byCountry = parse(written);
  const byExitCode = readExitCode(written, digits, countryCode || getCountryCallingCode(country as CountryCode));
  const abroad = byExitCode && 'number' in byExitCode ? parse(byExitCode.number) : undefined;
  if (byCountry && abroad && byCountry.number !== abroad.number) {
    const found = [byCountry, abroad].find((one) => one.isValid());
    return found ? checked(found.number) : { problem: 'country' };
  }
  const found = byCountry ?? abroad;
  if (found) return checked(found.number);
  if (byExitCode && 'problem' in byExitCode) return byExitCode;
  const length = validatePhoneNumberLength(written, options);
  return { problem: length === 'TOO_SHORT' ? 'short' : length === 'TOO_LONG' ? 'long' : 'invalid' };
}

/** What every number has to be, whoever has read it. */
const checked = (number: string): ReadNumber => readWrittenNumber(number) as ReadNumber;

/** Reads 00, which is written everywhere, and 011, as North America has it; countries may have other exit codes besides. */
function readExitCode(written: string, digits: string, countryCode: string): ReadNumber | undefined {
  if (digits.startsWith('00')) return readBehind(written, '00');
  const isNorthAmerican = countryCode === '1' ? /^011/ : /^011[2-9]\d{10}/;
  return isNorthAmerican.test(digits) ? readBehind(written, '011') : undefined;
}

// The addresses among the options of `initCCP`: each is of a scheme that its use is meant for, or the call throws.
import { ValueError } from '../errors/errors.js';

/** What an address is used for. */
export type AddressUse =
  /** A page that is shown in the frame or in the sign-in window. */
  | 'page'
  /** A sound that the CCP's page fetches. */
  | 'ringtone'
  /** A sound that this page plays. */
  | 'sound'
  /** A script that is run in this page. */
  | 'script';

const WEB: readonly string[] = ['https:', 'http:'];

/** What this page has made for itself cannot be reached from another origin. */
const OWN: readonly string[] = [...WEB, 'blob:'];

/** The schemes for each use, and what an address for it looks like. */
const USES: Readonly<Record<AddressUse, readonly [schemes: readonly string[], example: string]>> = {
  page: [WEB, 'https://my-instance.my.connect.aws/ccp-v2/'],
  ringtone: [WEB, 'https://desk.example/ring.mp3'],
  sound: [OWN, 'https://desk.example/ring.mp3'],
  script: [OWN, 'https://desk.example/amazon-connect-chat.js'],
};

/** Characters of a wrong address that are quoted. */
const QUOTED = 200;

const quote = (given: unknown): string =>
  typeof given === 'string' ? `"${given.slice(0, QUOTED)}"` : `no text, but of type ${typeof given}`;

/**
 * Checks one address.
 * @param name what it is called in the error.
 * @param given what a caller gave; null, undefined and blank text are no address.
 * @param base what it may be relative to.
 * @param use what it is used for.
 * @returns its text as it was given, or undefined if there is none.
 * @throws ValueError if it is no address, or of a scheme that is not for this use. Browsers drop blanks and control
 *   characters from an address before they look at its scheme, and so does this.
 */
export function checkedAddress(
  name: string,
  given: unknown,
  base: string | URL,
  use: AddressUse = 'page',
): string | undefined {
  const [schemes, example] = USES[use];
  const text = given instanceof URL ? given.href : (given ?? '');
  if (typeof text === 'string') {
    // What URL parsers take off at both ends: else a blank address would be that of the page itself.

    if (/^[\0- ]*$/.test(text)) return undefined;
    if (URL.canParse(text, base) && schemes.includes(new URL(text, base).protocol)) return text;
  }
  throw new ValueError('%s must be a web address such as %s; it is %s', name, example, quote(given));
}

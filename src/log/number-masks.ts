// Which numbers in a text may be somebody's: of telephones, of cards, of insurance. Looks at the plain reading alone.
import type { Found, Mask } from './mask.js';

const { raw } = String;

/** What people, and addresses, put between the digits of a number. */
const between = raw`[-. ()/+\t_|*~]|%(?:2[089BCDFbcdf]|C2%A0|E2%80%[89A][0-9A-Fa-f])`;
const gap = `(?:${between}|,){1,4}`;
/** After a prefix, what follows a comma and a blank is another thing. */
const gapAfterPrefix = `(?:${between}|,(?! )){1,4}`;

/** What only looks like the number of a telephone, wherever it stands. */
const dates = [
  raw`\d{4}-\d\d-\d\d(?!\d)`,
  raw`(?<!\d[./])\d{4}[./]\d\d?[./]\d\d?(?![\d.])`,
  raw`(?<!\d[./])\d\d?[./]\d\d?[./]\d{4}(?!\d)`,
];
const addresses = [raw`(?<!\d\.)(?:\d{1,3}\.){2}\d{1,4}\.\d{1,3}(?![.\d])`];
const fractions = [raw`(?:\d{1,9}|1\d{9})\.(?!0+\b)\d+(?![.\d]|[eE][+-]?\d)`];
const names = [
  raw`[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}`,
  raw`arn:aws[\w:/.*-]*`,
  raw`(?<=[a-z]-\d:)\d{12}`,
  raw`\b1-[\da-fA-F]{8}-[\da-fA-F]{24}\b`,
  raw`\bcandidate:\S+`,
  raw`(?:[a-z]I[dD]|\bid)["'\\]*\s*[:=]\s*["'\\]*[\w-]+`,
];
/** Numbers that are named as amounts. */
const amounts = raw`(?:[sS]ize|[lL]ength|[cC]ount|[oO]ffset|[dD]uration|[eE]lapsed|[tT]ime(?:out|stamp)?|[dD]elay|[iI]nterval|[sS]eq|[sS]src|SSRC|[vV]ersion|[bB]uild|[sS]eed|[tT]otal|[uU]ptime|\b(?:bytes|packets|samples|frames)\w*)["'\\]*\s*[:=]\s*["'\\]*[1-9]\d*(?:\.\d+)?(?![-.,]?\w)`;

const others = [...names, ...addresses, ...fractions, ...dates, amounts].join('|');

/** A number goes on, unless a date or another such thing begins. */
const goesOn = `(?!${[...dates, ...addresses, names[0]].join('|')})`;

/** Words that numbers are written close behind. */
const closeBefore =
  '(?:[tT]el|[pP]hone|[mM]ob(?:ile)?|[cC]ell|[fF]ax|[nN]umber|[cC]all(?:er)?|ani|dnis|sip|[tT]o|[fF]rom)';
const begins = raw`(?<![A-Za-z0-9]|\d[.,]|\d%)|(?<=\b${closeBefore})`;

/** What is dialled after the number. */
const extension = raw`(?:[ ,;.]{0,3}(?:[eE][xX][tT](?:ension|n)?\.?|[xX]|#|[pw]|postd=|isub=)[ .:=#]{0,3}\d{1,8}[*#]?(?![A-Za-z0-9])|[*#,;pw]{1,4}\d{1,8}#?(?![A-Za-z0-9]))`;

/** The digits after a `+` or another international prefix; or many of them, alone or in groups, that are no part of a word. */
const digits = [
  raw`((?:\+|%(?:25)*2[bB]|\\u002[bB])[ (]*|(?:${begins})\(?0(?:0|11)(?!\d?[.:])[-. ()]{0,2}(?=[1-9]))\d{1,40}(?:${gapAfterPrefix}${goesOn}\d{1,15})*(${extension}{0,2})`,
  raw`(?:${begins})\(?(?:\d{1,8}(?:${gap}${goesOn}\d{1,8})+|\d{7,}(?:\.0+(?![.\d]))?)(?:(${extension}{1,2})|(?![A-Za-z0-9]))`,
  raw`\b\d(?:\.\d{1,15})?e\+\d\d?\b`,
].join('|');

/** Matches what is a number of another kind (first group), or may be somebody's. Global. */
export const numbers = /*#__PURE__*/ new RegExp(`(${others})|${digits}`, 'g');

/** True for a text that has so many digits that it is worth the while to look for numbers. */
export function mayHoldNumbers(plain: string): boolean {
  return /\d(?:[^\d\n]{0,4}\d){6}|\de\+\d/.test(plain);
}

/** Seconds, milliseconds, micro- and nanoseconds since 1970, and dates written as 20240131 and 20240131235959. */
const moment =
  /^(?:1(?:\d{9}|\d{12}|\d{15}|\d{18})|20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d[0-5]\d)?)$/;

/** A unit after an amount. */
const unit =
  /^ ?(?:(?:[mnuä]|milli|micro)?s(?:ec(?:onds?)?)?|minutes|[kKMGT]?i?[bB](?:ytes?|its?|ps)?|px|[kM]?Hz|%|fps|entries|requests|packets|samples|frames|more\))(?![\w.])/;

/** Years from one to another. */
const years = /^(?:19|20)\d\d *[-/] *(?:19|20)\d\d$/;

/** Tells of digits without an international prefix whether they may be somebody's. */
function isPersonal(written: string, { whole, end }: Found): boolean {
  const groups = written.match(/\d+/g) ?? [];
  const { length } = groups.join('');
  const [first = ''] = groups;
  if (unit.test(whole.slice(end, end + 16))) return false;
  if (groups.length === 1) return length >= 8 && !moment.test(first);
  if (years.test(written)) return false;
  // A list of amounts: `120, 340, 560`, `[10,20,30,40]`.
  const isList = /,/.test(written) && (/, /.test(written) || /^\s*\]/.test(whole.slice(end, end + 8)));
  if (isList && (length < 10 || groups.length > 4)) return false;
  if (length === 7) return /^\(?\d{3}[- ]\d{4}$/.test(written);
  return length >= 10 || (length >= 8 && groups.length <= 5);
}

/**
 * Masks a number that may be somebody's.
 * @param found what {@link numbers} has found.
 * @returns the mask; null for any other number.
 */
export function maskNumber(found: Found): Mask | null {
  const { text, groups } = found;
  const [other, prefix, afterPrefix, after] = groups;
  if (other !== undefined) return null;
  const mask = { keep: 0, by: '[phone]' };
  if (/e\+/.test(text)) return isPersonal(String(Number(text)), found) ? mask : null;
  const beyond = (afterPrefix ?? after ?? '').length;
  // The codes of what addresses may not hold have digits of their own.
  const written = text
    .slice(0, text.length - beyond)
    .replace(/%(?:C2%A0|E2%80%..|25(?=2B)|2[^bB])/gi, '-')
    .replace(/\.0+$/, '');
  if (prefix !== undefined) return written.replace(/%(?:25)*2[bB]|\\u002[bB]|\D/g, '').length >= 7 ? mask : null;
  if (beyond > 0 && written.replace(/\D/g, '').length >= 7) return mask;
  return isPersonal(written, found) ? mask : null;
}

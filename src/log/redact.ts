// The rules of redaction: which keys hide their value, and what is masked in free text.

/** Stands where something was taken out. */
export const redacted = '[redacted]';

/** Text is cut near this length, in UTF-16 units: no rule may cost more than a fraction of a millisecond. */
const MAX_TEXT_LENGTH = 8192;

const { raw } = String;

/** Keys that hide their value wherever they stand. */
const secretKeys = [
  raw`\w*(?:token(?!\w*(?:expir|time|type))|credential|pass[cw]|secret|authorization|cookie|signed_?url)\w*`,
  raw`\w*(?:phone_?numbers?|(?<!soft)phone|caller_?id|e-?mail|(?:e-?mail|ip)_?address|internal_?ip|attributes)`,
  raw`\w*(?:customer|speaker)_?id|\w+(?<!(?:event|file|host|method|queue|state)_?)names?`,
  raw`agent_?login|ani|dnis|msisdn|digits?|dtmf\w*`,
].join('|');

/** Keys that are too common a word to be hidden outside of an object or its JSON text. */
const quotedKeys = 'names?|login|address|description|value|summary|content|transcript|queue.name';

const secretKey = /*#__PURE__*/ new RegExp(`^(?:${secretKeys}|${quotedKeys})$`, 'i');

/** The value after a key: in quotes, also escaped ones; an object, with all that follows; or a bare word. */
const secretValue = [
  raw`(\\*["'])(?:\\[^]|[^\\])*?(?:\2|$)`,
  raw`\{.*`,
  raw`(?!(?:null|true|false|undefined)\b)[^\s,;&"'<>{}()[\]\\]+`,
].join('|');

/** `key: value`, `key=value`, `"key":"value"`, and the same inside of JSON text that was escaped again. */
const labelled = /*#__PURE__*/ new RegExp(
  raw`((?<!\w)(?:${secretKeys}|(?<=["'])(?:${quotedKeys}))\\*["']?\s*[:=]\s*)(?:${secretValue})`,
  'gi',
);

/** Numbers that only look like a phone's: UUID, ARN, account, version or IP address, fraction, dates, labelled ids. */
const otherNumbers = [
  raw`[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}`,
  raw`arn:aws[\w:/.*-]*`,
  raw`(?<=[a-z]-\d:)\d{12}`,
  raw`(?:\d{1,3}\.){2}\d{1,4}\.\d{1,3}(?![.\d])`,
  raw`\d+\.\d+(?![.\d])`,
  raw`\d{4}-\d\d-\d\d`,
  raw`\d\d?[./]\d\d?[./]\d{4}`,
  raw`(?:[a-z]I[dD]|\bid)["'\\]*\s*[:=]\s*["'\\]*[\w-]+`,
].join('|');

/** Many digits, alone or in groups, that are no part of a word or fraction; how many are too many is counted. */
const gap = raw`[-. ()/\u00a0\u2009-\u2015\u202f]{1,2}`;
const digits = raw`(?:(?:\+|%2[bB])[ (]*|(?<![\w.,])\(?)(?:\d{1,8}(?:${gap}\d{1,8})+|\d{7,})(?!\w)`;

const numbers = /*#__PURE__*/ new RegExp(`(${otherNumbers})|${digits}`, 'g');

/** Seconds, milliseconds, micro- and nanoseconds since 1970, and dates written as 20240131235959. */
const moment = /^(?:1(?:\d{9}|\d{12}|\d{15}|\d{18})|20[0-3]\d[01]\d[0-3]\d{7})$/;

/** Local and social security numbers. */
const shortNumber = /^\d{3}-(?:\d\d-)?\d{4}$/;

function maskNumber(match: string, other: string | undefined): string {
  const fewest = /^[+%]/.test(match) || shortNumber.test(match) ? 7 : 10;
  const isPhone = match.replace(/\D/g, '').length >= fewest && !moment.test(match);
  return isPhone && !other ? '[phone]' : match;
}

/**
 * Masks what must not leave the page in free text: tokens, credentials and signed queries, phone and card numbers,
 * e-mail addresses, and the values of customer data that is labelled as such. UUIDs, ARNs, dates and epoch times stay
 * readable. Applying it twice changes nothing. Text beyond 8192 units is cut. Protocol section 8.3.
 * @param text any text: a line, an exception's message, JSON, a URL.
 * @returns the text with masks in place.
 */
export function redactText(text: string): string {
  // In one short word there is nothing to mask, unless it is the beginning of a token.
  if (/^(?!eyJ)[a-z_]{0,40}$/i.test(text)) return text;
  // Each mask may hide text from the rules after it: what reaches to the end of the line comes first.
  let safe = cut(text)
    .replace(
      /\b(?:(phone number|send digits?)\b.*|(bearer|authorization\W+basic|\w*auth(?:entication)?token)\s+[\w+/=.~-]{6,})/gi,
      `$1$2 ${redacted}`,
    )
    .replace(
      /[?#][^\s"'<>?#]*?(?:x-amz-|(?:token|signature|credential|samlresponse|\bcode)=)[^\s"'<>\\]*/gi,
      `?${redacted}`,
    )
    .replace(/\beyJ[\w.-]{8,}|(?<![\w+/=-])[\w+/=-]{128,}/g, redacted);
  // A look for what the dear rules cannot do without is far cheaper than they are.
  if (/[:=]/.test(safe)) {
    // Further words of a name: `firstName: Ann Mary`.
    const furtherNames = /(?<=[nN]ame\W{1,3}\[redacted\])(?: \p{Lu}[\p{L}'’-]+)+/gu;
    safe = safe.replace(labelled, `$1$2${redacted}$2`).replace(furtherNames, '');
  }
  if (/@|%40/.test(safe)) {
    safe = safe.replace(/(?<![\p{L}\d_.%+-])[\p{L}\d_.%+-]+(?:@|%40)[\p{L}\d.-]+\.\p{L}{2,}/gu, '[email]');
  }
  return /\d(?:\D{0,3}\d){6}/.test(safe) ? safe.replace(numbers, maskNumber) : safe;
}

/** Cuts long text between two words, if it has any: half of a secret is not recognised as one. */
export function cut(text: string, length = MAX_TEXT_LENGTH): string {
  if (text.length <= length) return text;
  const limit = length - 32;
  const blank = text.lastIndexOf(' ', limit);
  const end = blank > limit / 2 ? blank : limit;
  return `${text.slice(0, end)} … (${text.length - end} more)`;
}

/**
 * Gives what may be shown of the value of a property that is text or a number. Protocol section 8.3.
 * @param key the property's name.
 * @param value its value as text.
 * @returns the value, masked.
 */
export function redactValue(key: string, value: string): string {
  // Ids, which the rules of free text could take for a phone number, and times.
  const isId = /(?:id|arn|time|stamp)s?$/i.test(key) && /^(?!eyJ)[\w:./=-]{1,200}$/.test(value);
  return isId ? value : redactText(value);
}

/**
 * Tells whether the value under `key` is hidden whatever it is. Protocol section 8.3.
 * @param key the property's name.
 * @param parentKey the name that its object stands under; the name of an agent state is no secret.
 * @returns true if the value must not be shown.
 */
export function isSecretKey(key: string, parentKey: string): boolean {
  return secretKey.test(key) && !(key === 'name' && /states?$/i.test(parentKey));
}

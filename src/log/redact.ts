// The rules of redaction: which keys hide their value, and what is masked in free text.

import { lazy } from './lazy.js';

/** Stands where something was taken out. */
export const redacted = '[redacted]';

/** Text is cut near this length, in UTF-16 units: no rule may cost more than a fraction of a millisecond. */
export const maxTextLength = 8192;

/** The rules, which take longer to make than everything else of the library: only when there is something to mask. */
const rules = /*#__PURE__*/ lazy(() => {
  // Keys that hide their value wherever they stand, also as `key=value` in free text.
  const secretKeys = [
    String.raw`\w*(?:` +
      [
        String.raw`(?:token(?!\w*(?:expir|time|type))|credential|passw|passcode|secret|authorization|cookie|signed_?url)\w*`,
        String.raw`phone_?numbers?|(?<!soft)phone|caller_?id|e-?mail(?:_?address)?|ip_?address|internal_?ip|attributes`,
        String.raw`(?:connect|first|last|middle|full|given|family|user|nick|agent|customer|caller|display|participant)_?names?`,
        String.raw`(?:contact|attachment)_?names?|(?:customer|speaker)_?id`,
      ].join('|') +
      ')',
    String.raw`agent_?login|ani|dnis|msisdn|digits?|dtmf\w*`,
  ].join('|');

  // Keys that are too common a word to be hidden outside of an object or its JSON text.
  const plainKeys = 'names?|login|address|description|value|summary|content|transcript|queue.name';

  const secretKey = new RegExp(`^(?:${secretKeys}|${plainKeys})$`, 'i');
  const stateKey = /states?$/i;
  const idKey = /^(?:id|arn|timestamp)$|(?:[a-z]I[dD]|_id|A[rR][nN]|[a-z]Time|[tT]imestamp)s?$/;
  const idValue = /^[\w:./=-]{1,200}$/;

  const quotedValue = String.raw`(\\*["'])(?:\\[^]|[^\\])*?(?:\4|$)`;
  const flatBody = String.raw`(?:[^{}"]|"(?:[^"\\]|\\[^])*")*`;
  const objectValue = String.raw`\{(?:[^{}"]|"(?:[^"\\]|\\[^])*"|\{${flatBody}\})*\}?`;
  const bareValue = String.raw`(?!(?:null|true|false|undefined)\b)[^\s,;&"'<>{}()[\]\\]+`;

  // `key: value`, `key=value`, `"key":"value"`, and the same inside of JSON text that was escaped again.
  const labelled = new RegExp(
    String.raw`(?<!\w)(${secretKeys}|(?<=["'])(?:${plainKeys}))(\\*["']?\s*[:=]\s*)(${quotedValue}|${objectValue}|${bareValue})`,
    'gi',
  );
  // Further words of a name: `firstName: Ann Mary`.
  const restOfName = /(?<=[nN]ame\s?[:=]\s?\[redacted\])(?: \p{Lu}[\p{L}'’-]*)+/gu;
  const authToken = /(?<!\w)(\w*auth(?:entication)?token\s+)[^\s([]\S*/gi;
  const bearer = /\b(bearer|authorization\W{1,3}basic)\s+[\w+/=.~-]{8,}/gi;
  const toTheEnd = /\b(phone number|send digits?)\b[^\n]*/gi;
  const signedQuery =
    /[?#][^\s"'<>?#]*?(?:x-amz-|token=|signature=|credential=|samlresponse=|(?<=[?&#])code=)[^\s"'<>\\]*/gi;
  const jwt = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;
  const opaque = /(?<![\w+/=-])[\w+/=-]{128,}/g;
  const email = /(?<![\p{L}\p{N}_.%+-])[\p{L}\p{N}_.%+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

  // Numbers that only look like a phone's come first and stay: UUID, ARN, dates, whatever an id's label announces.
  const kept = [
    String.raw`[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}`,
    String.raw`arn:aws[\w:/.*-]*`,
    String.raw`(?<=[a-z]-\d:)\d{12}`,
    String.raw`\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?`,
    String.raw`\d{1,2}[./]\d{1,2}[./]\d{4}`,
    String.raw`(?:[a-z]I[dD]|\bid)["'\\]*\s*[:=]\s*["'\\]*[\w-]+`,
  ].join('|');
  const gap = String.raw`[-. ()/\u00a0\u2009-\u2015\u202f]{0,2}`;
  const phones = [
    String.raw`(?:\+|%2[bB])[ (]*\d(?:${gap}\d){6,14}(?!\d)`,
    // What follows is no part of a longer word or of a decimal fraction.
    String.raw`(?<![A-Za-z\d]|\d[.,])(?:` +
      [
        String.raw`(?:1${gap})?\(?[2-9]\d\d${gap}\d{3}${gap}\d{4}`,
        String.raw`\(?0\d(?:${gap}\d){7,11}`,
        String.raw`\d{3}-\d{4}`,
        String.raw`\d{3}-\d\d-\d{4}`,
        String.raw`\d{4}([ -])\d{4}\2\d{4}\2\d{1,7}`,
        String.raw`\d{10,}`,
      ].join('|') +
      String.raw`)(?![A-Za-z\d]|-[A-Za-z])`,
  ].join('|');
  const numbers = new RegExp(`(${kept})|${phones}`, 'g');
  // Seconds, milliseconds, micro- and nanoseconds since 1970, and dates written as 20240131235959.
  const moment = /^(?:1(?:\d{9}|\d{12}|\d{15}|\d{18})|20[0-3]\d[01]\d[0-3]\d{7})$/;

  return {
    secretKey,
    stateKey,
    idKey,
    idValue,
    labelled,
    restOfName,
    authToken,
    bearer,
    toTheEnd,
    signedQuery,
    jwt,
    opaque,
    email,
    numbers,
    moment,
  };
});

/**
 * Masks what must not leave the page in free text: tokens, credentials and signed queries, phone and card numbers,
 * e-mail addresses, and the values of customer data that is labelled as such. UUIDs, ARNs, dates and epoch times stay
 * readable. Applying it twice changes nothing. Text beyond 8192 units is cut. Protocol section 8.3.
 *
 * @param text any text: a line, an exception's message, JSON, a URL
 * @returns the text with masks in place
 */
export function redactText(text: string): string {
  let safe = cut(text);
  const { labelled, restOfName, authToken, bearer, toTheEnd, signedQuery, jwt, opaque, email, numbers } = rules();
  // Each mask may hide text from the rules after it: what reaches to the end of the line comes first.
  if (/token|phone n|send d|bearer|basic /i.test(safe)) {
    safe = safe
      .replace(authToken, `$1${redacted}`)
      .replace(bearer, `$1 ${redacted}`)
      .replace(toTheEnd, `$1 ${redacted}`);
  }
  // Most lines need only one or two of the rules; a look for what each cannot do without is far cheaper than the rule.
  if (safe.includes('=') || safe.includes(':')) {
    safe = safe.replace(signedQuery, `?${redacted}`).replace(labelled, maskLabelled).replace(restOfName, '');
  }
  if (safe.includes('eyJ')) safe = safe.replace(jwt, redacted);
  if (safe.length >= 128) safe = safe.replace(opaque, redacted);
  if (safe.includes('@') || safe.includes('%40')) safe = safe.replace(email, '[email]');
  if (/\d/.test(safe)) safe = safe.replace(numbers, maskNumber);
  return safe;
}

function maskLabelled(
  _match: string,
  key: string,
  separator: string,
  _value: string,
  quote: string | undefined,
): string {
  return `${key}${separator}${quote ?? ''}${redacted}${quote ?? ''}`;
}

function maskNumber(match: string, keep: string | undefined): string {
  return keep || rules().moment.test(match) ? match : '[phone]';
}

/** Cuts long text between two words: half of a secret is not recognised as one. */
export function cut(text: string): string {
  if (text.length <= maxTextLength) return text;
  const limit = maxTextLength - 32;
  const blank = text.lastIndexOf(' ', limit);
  const end = blank > limit / 2 ? blank : limit;
  return `${text.slice(0, end)} … (${text.length - end} more)`;
}

/**
 * Tells whether the value under `key` is hidden whatever it is. Protocol section 8.3.
 *
 * @param key the property's name
 * @param parentKey the name that its object stands under; the name of an agent state is no secret
 * @returns true if the value must not be shown
 */
export function isSecretKey(key: string, parentKey: string): boolean {
  const { secretKey, stateKey } = rules();
  return secretKey.test(key) && !(key === 'name' && stateKey.test(parentKey));
}

/**
 * Tells whether `value` is an id, ARN or time by its key and its form, which free-text rules could take for a phone
 * number.
 *
 * @param key the property's name
 * @param value the property's value
 * @returns true if the value may stay as it is
 */
export function isPlainId(key: string, value: string): boolean {
  const { idKey, idValue } = rules();
  return idKey.test(key) && idValue.test(value) && !value.includes('eyJ');
}

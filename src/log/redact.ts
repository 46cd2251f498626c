// What may be shown of a text: bounded in length, without secrets, without anybody's numbers.
import { MaskedText } from './mask.js';
import { maskNumber, mayHoldNumbers, numbers } from './number-masks.js';
import { maskSecrets } from './secrets.js';

/** Text is cut near this length, in UTF-16 units: no rule may cost more than a fraction of a millisecond. */
const MAX_TEXT_LENGTH = 8192;

/** Where one thing ends and the next begins: half of a secret is not recognised as one. */
const BETWEEN_WORDS = /[\s"'`,;&<>{}()[\]|]/;

/** In one short word there is nothing to mask, unless it is the beginning of a token. */
const SHORT_WORD = /^(?!eyJ|[prs]k_|gh[oprsu]_)[a-z_]{0,40}$/i;

function redact(text: string, length: number, withNumbers: boolean): string {
  if (SHORT_WORD.test(text)) return text;
  const masked = new MaskedText(cut(text, length));
  maskSecrets(masked);
  if (withNumbers && mayHoldNumbers(masked.plain)) masked.mask(numbers, maskNumber);
  return String(masked);
}

/**
 * Masks what must not leave the page in free text: tokens, keys, credentials and signed queries, phone and card numbers
 * in the digits of every script, e-mail addresses, and the values of customer data that is labelled as such. UUIDs, ARNs,
 * dates, epoch times, amounts with a unit, versions and addresses of machines stay readable. Applying it twice changes
 * nothing.
 * @param text any text: a line, an exception's message, JSON, a URL.
 * @param length about how many UTF-16 units are kept; 8192 unless told.
 * @returns the text with masks in place.
 */
export function redactText(text: string, length = MAX_TEXT_LENGTH): string {
  return redact(text, length, true);
}

/**
 * Cuts long text where a word ends.
 * @param text any text.
 * @param length about how many UTF-16 units are kept.
 * @returns the text, which holds no longer one in memory.
 */
export function cut(text: string, length = MAX_TEXT_LENGTH): string {
  if (text.length <= length) return text;
  const limit = Math.max(length - 32, 1);
  let end = limit;
  while (end > limit / 2 && !BETWEEN_WORDS.test(text.charAt(end))) end--;
  if (end <= limit / 2) end = limit;
  // Joined, because a slice would keep the whole text alive.
  return [text.slice(0, end), ` … (${text.length - end} more)`].join('');
}

/**
 * Gives what may be shown of the value of a property that is text or a number.
 * @param key the property's name.
 * @param value its value as text.
 * @returns the value, masked.
 */
export function redactValue(key: string, value: string): string {
  // The rules of numbers could take ids for one of a phone; and times.
  const isId = /(?:id|arn|time|stamp)s?$/i.test(key) && /^[\w:./=-]{1,200}$/.test(value);
  return redact(value, MAX_TEXT_LENGTH, !isId);
}

// The error classes that the API throws at its caller: for a wrong value, for a wrong moment, for what is not there.
import { formatText } from '../log/printf.js';
import { redactText } from '../log/redact.js';
import { describe } from '../log/snapshot.js';
import { nameErrors } from './name-errors.js';

/** What was given wrongly is quoted in words that reach logs and events: numbers and secrets in it are masked. */
const quote = (given: unknown): string => redactText(describe(given));

/** An error whose message is made of a printf-style format and its arguments, which are masked as in the log. */
class FormattedError extends Error {
  constructor(format = '', ...args: unknown[]) {
    super(formatText(format, args, quote));
  }
}

/** Thrown when an argument is missing or wrong. Takes a printf-style format and its arguments. docs/protocol.md, section 7.5. */
export class ValueError extends FormattedError {
  static {
    nameErrors(this, 'ValueError');
  }
}

/** Thrown when something is asked for at a moment when it does not exist. docs/protocol.md, section 7.5. */
export class StateError extends FormattedError {
  static {
    nameErrors(this, 'StateError');
  }
}

/** Thrown by what is declared but has no meaning here. docs/protocol.md, section 7.5. */
export class NotImplementedError extends FormattedError {
  static {
    nameErrors(this, 'NotImplementedError');
  }
}

/**
 * Throws unless a value is there.
 * @param value anything; only `null` and `undefined` fail.
 * @param name what to call it in the message `<name> must be provided`.
 * @returns the value.
 * @throws ValueError if there is none. docs/protocol.md, section 7.6.
 */
export function assertNotNull<T>(value: T, name = 'A value'): NonNullable<T> {
  if (value === null || value === undefined) throw new ValueError('%s must be provided', name);
  return value;
}

/**
 * Throws unless a value is a function.
 * @param value what a caller gave as a callback.
 * @param name what to call it in the message.
 * @throws ValueError that names it.
 */
export function assertFunction(value: unknown, name: string): void {
  assertNotNull(value, name);
  if (typeof value !== 'function') throw new ValueError('%s must be a function', name);
}

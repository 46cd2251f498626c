// What is said of errors: in the language in force if it has words for them, else in those that they come with.
import { entryOf } from '../../src/conduit/entry-of.js';
import type { SharedTerms } from './terms.js';

/** What is wrong, by a code that there may be words for, and in the words that it comes with. */
interface CodedError {
  readonly code: string;
  readonly message: string;
}

/** Why a command has failed, and what to do about it. */
export function errorWords(error: unknown, { errors }: Pick<SharedTerms, 'errors'>): string {
  const { type = '', message = String(error), hint = '' } = error as Record<string, string | undefined>;
  return entryOf<string>(errors, type) ?? `${message} ${hint}`.trim();
}

/** What is wrong with a panel. */
export function hostErrorWords({ code, message }: CodedError, { hostErrors }: Pick<SharedTerms, 'hostErrors'>): string {
  return entryOf<(message: string) => string>(hostErrors, code)?.(message) ?? message;
}

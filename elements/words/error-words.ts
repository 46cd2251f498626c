// What is said of errors: in the language in force if it has words for them, else in those that they come with.
import type { SharedTerms } from './terms.js';
import type { HostError } from '../host/state.js';

/** Why a command has failed, and what to do about it. */
export function errorWords(error: unknown, { errors }: Pick<SharedTerms, 'errors'>): string {
  const { type = '', message = String(error), hint = '' } = error as Record<string, string | undefined>;
  const words = (errors as Readonly<Record<string, string | undefined>>)[type];
  return words ?? `${message} ${hint}`.trim();
}

/** What is wrong with a panel. */
export function hostErrorWords({ code, message }: HostError, { hostErrors }: Pick<SharedTerms, 'hostErrors'>): string {
  const words = (hostErrors as Readonly<Record<string, ((message: string) => string) | undefined>>)[code];
  return words?.(message) ?? message;
}

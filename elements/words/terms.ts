// Words that several elements need, in whatever language; and how a language says them.
import type { CcpStatus } from '../../src/index.js';

/** What is said of a status: a heading, what it means, and what the button does. */
export interface StatusTerms {
  readonly heading: string;
  readonly text: string;
  readonly action?: string;
}

/** Statuses in which there is nothing to press. */
type WaitingStatus = 'idle' | 'loading' | 'duplicate';

/** What is said of each status in which the panel cannot be used. */
export type AllStatusTerms = Readonly<
  Record<WaitingStatus, StatusTerms> & Record<Exclude<CcpStatus, 'ready' | WaitingStatus>, Required<StatusTerms>>
>;

/** Types of errors that a language has words for. The message of any other is the service's, or made of terms already. */
export type ErrorType =
  | 'AccessDeniedException'
  | 'BadEndpointException'
  | 'FrameReplacedException'
  | 'InvalidStateException'
  | 'NotConnectedException'
  | 'QuotaExceededException'
  | 'TerminatedException'
  | 'TimeoutException'
  | 'UnauthorizedException'
  | 'UnknownException';

/** Codes of what may be wrong with a panel, to be mended by the page's author or by the agent. */
export type HostErrorCode =
  'no-ccp-url' | 'bad-option' | 'microphone-denied' | 'microphone-missing' | 'sound-blocked' | 'not-loaded';

/** What several elements need. */
export interface SharedTerms {
  /** Where a line of text begins. */
  readonly dir: 'ltr' | 'rtl';
  readonly status: AllStatusTerms;
  /** Why a command has failed. What is missing here is said in English, with the service's own message. */
  readonly errors: Readonly<Partial<Record<ErrorType, string>>>;
  /** What is wrong with a panel, by code of the error. The message is in English. */
  readonly hostErrors: Readonly<Record<HostErrorCode, (message: string) => string>>;
}

/** Forms of a text for each kind of count that a language has; `#` stands for the number. */
export type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** How the language in force writes what terms are made of besides words. */
export interface Formats {
  /** A whole number. */
  number(value: number): string;
  /** Several names. */
  list(items: readonly string[]): string;
  /** The form of a text that fits a count. */
  plural(count: number, forms: PluralForms): string;
  /** A duration, as `m:ss` or `h:mm:ss`. */
  duration(milliseconds: number): string;
  /** Hour and minute of a moment. */
  time(moment: number): string;
  /** The day of a moment, in words: today and yesterday are called so. */
  day(moment: number): string;
  /** How large a file is. */
  size(bytes: number): string;
}

/** A part of some terms: what is not in it stays as it is. */
export type Part<T> = T extends string | readonly unknown[] | ((...values: never[]) => unknown)
  ? T
  : { readonly [Member in keyof T]?: Part<T[Member]> };

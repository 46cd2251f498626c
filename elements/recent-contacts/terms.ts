// The words that <connect-recent-contacts> needs; elements/lang has them in each language.
import type { Keep, RecentOutcome } from './history.js';

/** Words of `<connect-recent-contacts>` in one language. */
export interface RecentContactsTerms {
  /** Name of the whole. */
  readonly title: string;
  readonly empty: string;
  /** How many were missed since the agent last looked. */
  readonly missed: (count: number) => string;
  readonly outcomes: Readonly<Record<RecentOutcome | 'live', string>>;
  readonly directions: Readonly<Record<'inbound' | 'outbound', string>>;
  /** On the button that calls somebody back, and its name. */
  readonly callBack: string;
  readonly callBackWho: (who: string) => string;
  readonly unknown: string;
  readonly clear: string;
  /** What is kept where. */
  readonly kept: Readonly<Record<Keep, string>>;
}

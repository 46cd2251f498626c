// The words that <connect-wrap-up> needs; elements/lang has them in each language.

/** Words of `<connect-wrap-up>` in one language. */
export interface WrapUpTerms {
  /** Name of the whole. */
  readonly title: string;
  readonly nobody: string;
  readonly code: string;
  /** In the list, while none is chosen. */
  readonly choose: string;
  readonly notes: string;
  readonly done: string;
  readonly saving: string;
  readonly saved: string;
  /** While the contact goes on. */
  readonly later: string;
  readonly required: string;
  readonly failed: (why: string) => string;
  /** Asked before a contact without a code is closed, and the answers. */
  readonly question: (who: string) => string;
  readonly closeAnyway: string;
  readonly stay: string;
}

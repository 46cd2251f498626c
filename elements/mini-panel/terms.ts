// The words that <connect-mini-panel> needs; elements/lang has them in each language.

/** Words of `<connect-mini-panel>` in one language. */
export interface MiniPanelTerms {
  readonly open: string;
  readonly close: string;
  /** Title of the window. */
  readonly title: string;
  /** The browser lets no window open. */
  readonly blocked: string;
}

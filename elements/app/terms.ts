// The words that <connect-app> needs; elements/lang has them in each language.

/** The apps that have a name in words. Others are called what the page calls them. */
export type NamedApp = 'customerprofiles' | 'wisdom' | 'customviews';

/** Words of `<connect-app>` in one language. */
export interface AppTerms {
  readonly names: Readonly<Record<NamedApp, string>>;
  /** Nobody is signed in. */
  readonly waiting: string;
  readonly loading: string;
  /** The contact that a guide is about is not there yet. */
  readonly noContact: string;
  /** The contact that a guide was about has gone. */
  readonly ended: string;
}

// The words that <connect-global-ccp> needs; elements/lang has them in each language.

/** Words of `<connect-global-ccp>` in one language. */
export interface GlobalCcpTerms {
  /** The region where the agent works. */
  region(region: string): string;
  /** A failover waits for the end of a call. */
  pending(nextRegion: string): string;
  /** The agent has been moved over; they may have to choose their state. */
  complete(activeRegion: string, isRoutable: boolean): string;
  /** What the page's author has to mend. */
  readonly needsTwo: (count: number) => string;
  readonly noSuchHost: (id: string) => string;
  readonly missing: (attribute: string) => string;
  readonly same: (attribute: string) => string;
}

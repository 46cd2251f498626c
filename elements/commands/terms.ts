// Which words commands need, in whatever language.

/** Messages for commands that cannot be carried out. */
export interface CommandTerms {
  readonly notReady: string;
  readonly noContact: string;
  readonly contactOver: string;
  readonly nobodyTalks: string;
  readonly nobodyWaits: string;
  readonly noAnswer: string;
  readonly customerLeft: string;
  readonly noSuchState: (name: string, states: readonly string[]) => string;
  readonly noSuchCommand: (name: string) => string;
  readonly nobodyToCall: string;
  readonly noChat: string;
  readonly nothingToSend: string;
}

// What is said of commands that cannot be carried out, in English.

/** What is said of commands. */
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
}

export const enCommands: CommandTerms = {
  notReady: 'The contact control panel is not ready.',
  noContact: 'No contact allows this now.',
  contactOver: 'This contact is over.',
  nobodyTalks: 'Nobody is on the line to be put on hold.',
  nobodyWaits: 'Nobody is on hold.',
  noAnswer: 'Nobody answered. You are with the customer again.',
  customerLeft: 'The customer has left.',
  noSuchState: (name, states) => `“${name}” is not one of your states. There are: ${states.join(', ')}.`,
  noSuchCommand: (name) => `There is no command “${name}”.`,
};

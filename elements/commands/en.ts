// What is said of commands that cannot be carried out, in English.
import type { CommandTerms } from './terms.js';
import type { Formats } from '../words/terms.js';

export const enCommands = ({ list }: Formats): CommandTerms => ({
  notReady: 'The contact control panel is not ready.',
  noContact: 'No contact allows this now.',
  contactOver: 'This contact is over.',
  nobodyTalks: 'Nobody is on the line to be put on hold.',
  nobodyWaits: 'Nobody is on hold.',
  noAnswer: 'Nobody answered. You are with the customer again.',
  customerLeft: 'The customer has left.',
  noSuchState: (name, states) => `“${name}” is not one of your states. There are: ${list(states)}.`,
  noSuchCommand: (name) => `There is no command “${name}”.`,
  noChat: 'You have no chat with this contact.',
  nothingToSend: 'There is nothing to send: give a text or a file.',
  nobodyToCall: 'There is nobody to call: give a phone number or a quick connect.',
});

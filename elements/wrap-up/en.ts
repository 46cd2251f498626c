// The words of <connect-wrap-up>, in English.
import type { WrapUpTerms } from './terms.js';

export const enWrapUp: WrapUpTerms = {
  title: 'Wrap-up',
  nobody: 'There is no contact to wrap up.',
  code: 'Code',
  choose: 'Choose a code',
  notes: 'Notes',
  done: 'Done',
  saving: 'Saving…',
  saved: 'Saved',
  later: 'Done is for when the contact is over. What you write is kept until then.',
  required: 'Choose a code first.',
  failed: (why) => `Not saved: everything is still here. ${why}`.trim(),
  question: (who) => `Close ${who} without a code?`,
  closeAnyway: 'Close without a code',
  stay: 'Choose a code',
};

// The words of <connect-ccp>, in English.
import { enCommands } from '../commands/en.js';
import { enShared } from '../words/en-shared.js';
import type { Formats } from '../words/terms.js';
import type { CcpTerms } from './terms.js';

export const enCcp = (formats: Formats): CcpTerms => ({
  ...enShared,
  frameTitle: 'Contact control panel',
  dismiss: 'Dismiss',
  enableSound: 'Enable sound',
  waiting: 'It waits for its <connect-global-ccp>.',
  reload: {
    question: 'Load the panel again in a call?',
    text: 'Your call runs in this panel. Loading it again cuts the call off.',
    go: 'Load it and lose the call',
    stay: 'Keep waiting',
  },
  doctor: {
    details: 'Details for your administrator',
    origin: 'Origin to approve',
    copy: 'Copy',
    copied: 'Copied',
  },
  commands: enCommands(formats),
});

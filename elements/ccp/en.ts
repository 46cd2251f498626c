// The words of <connect-ccp>, in English.
import { enCommands } from '../commands/en.js';
import { enShared } from '../words/en-shared.js';
import type { Formats, Terms } from '../words/terms.js';

export const enCcp = (formats: Formats): Omit<Terms, 'agentStatus' | 'contactControls' | 'globalCcp'> => ({
  ...enShared,
  frameTitle: 'Contact control panel',
  dismiss: 'Dismiss',
  enableSound: 'Enable sound',
  waiting: 'It waits for its <connect-global-ccp>.',
  doctor: {
    details: 'Details for your administrator',
    origin: 'Origin to approve',
    copy: 'Copy',
    copied: 'Copied',
  },
  commands: enCommands(formats),
});

// The words of all elements in English, for those who translate or test. Each element takes its own alone.
import { formatsFor } from '../words/formats.js';
import { enAgentStatus } from '../agent-status/en.js';
import { enCcp } from '../ccp/en.js';
import { enContactControls } from '../contact-controls/en.js';
import { enGlobalCcp } from '../global-ccp/en.js';
import type { Formats, Terms } from '../words/terms.js';

/** All terms in English. */
export const english = (formats: Formats): Terms => ({
  ...enCcp(formats),
  agentStatus: enAgentStatus(formats),
  contactControls: enContactControls(formats),
  globalCcp: enGlobalCcp(formats),
});

/** The same, with numbers as they are written in the United States. */
export const en: Terms = english(formatsFor('en'));

// The words of all elements in English, for those who translate or test. Each element takes its own alone.
import { formatsFor } from '../base/formats.js';
import { enAgentStatus } from './en-agent-status.js';
import { enCcp } from './en-ccp.js';
import { enContactControls } from './en-contact-controls.js';
import { enGlobalCcp } from './en-global-ccp.js';
import type { Formats, Terms } from './terms.js';

/** All terms in English. */
export const english = (formats: Formats): Terms => ({
  ...enCcp(formats),
  agentStatus: enAgentStatus(formats),
  contactControls: enContactControls(formats),
  globalCcp: enGlobalCcp(formats),
});

/** The same, with numbers as they are written in the United States. */
export const en: Terms = english(formatsFor('en'));

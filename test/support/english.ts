// The words of all elements in English.
import { formatsFor } from '../../elements/words/formats.js';
import { enAgentStatus } from '../../elements/agent-status/en.js';
import { enApp } from '../../elements/app/en.js';
import { enChat } from '../../elements/chat/en.js';
import { enCcp } from '../../elements/ccp/en.js';
import { enContactControls } from '../../elements/contact-controls/en.js';
import { enDevices } from '../../elements/devices/en.js';
import { enGlobalCcp } from '../../elements/global-ccp/en.js';
import { enMiniPanel } from '../../elements/mini-panel/en.js';
import { enRecentContacts } from '../../elements/recent-contacts/en.js';
import { enWrapUp } from '../../elements/wrap-up/en.js';
import type { Formats } from '../../elements/words/terms.js';
import type { Terms } from '../../elements/vocabulary/terms.js';

/** All terms in English. */
export const english = (formats: Formats): Terms => ({
  ...enCcp(formats),
  agentStatus: enAgentStatus(formats),
  contactControls: enContactControls(formats),
  globalCcp: enGlobalCcp(formats),
  devices: enDevices,
  recentContacts: enRecentContacts(formats),
  wrapUp: enWrapUp,
  miniPanel: enMiniPanel,
  app: enApp,
  chat: enChat(formats),
});

/** The same, with numbers as they are written in the United States. */
export const en: Terms = english(formatsFor('en'));

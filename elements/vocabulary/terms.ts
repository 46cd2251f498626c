// All words of the elements in one place: what a language has to have.
import type { AgentStatusTerms } from '../agent-status/terms.js';
import type { AppTerms } from '../app/terms.js';
import type { CcpTerms } from '../ccp/terms.js';
import type { ChatTerms } from '../chat/terms.js';
import type { ContactControlsTerms } from '../contact-controls/terms.js';
import type { DeviceTerms } from '../devices/terms.js';
import type { GlobalCcpTerms } from '../global-ccp/terms.js';
import type { MiniPanelTerms } from '../mini-panel/terms.js';
import type { RecentContactsTerms } from '../recent-contacts/terms.js';
import type { WrapUpTerms } from '../wrap-up/terms.js';
import type { ErrorType, Formats, Part } from '../words/terms.js';

/** All words of the elements in one language. */
export interface Terms extends CcpTerms {
  readonly agentStatus: AgentStatusTerms;
  readonly contactControls: ContactControlsTerms;
  readonly globalCcp: GlobalCcpTerms;
  readonly devices: DeviceTerms;
  readonly chat: ChatTerms;
  readonly recentContacts: RecentContactsTerms;
  readonly wrapUp: WrapUpTerms;
  readonly miniPanel: MiniPanelTerms;
  readonly app: AppTerms;
}

/** A whole language: all terms, and words for every error. */
export type Language = (formats: Formats) => Terms & { readonly errors: Readonly<Record<ErrorType, string>> };

/** Some terms, in place of those that a language has. */
export type PartialTerms = Part<Terms>;

// Everything that is imported by name: the API, element classes, event classes, types. Registers nothing.
export * from '../src/index.js';
export { ConnectAppElement } from './app/element.js';
export { ConnectAgentStatusElement } from './agent-status/element.js';
export { ConnectChatElement } from './chat/element.js';
export type { QuickResponse, QuickResponseSource } from './chat/quick-responses.js';
export { ConnectCcpElement } from './ccp/element.js';
export { ConnectContactControlsElement } from './contact-controls/element.js';
export { ConnectGlobalCcpElement } from './global-ccp/element.js';
export { ConnectMiniPanelElement } from './mini-panel/element.js';
export { ConnectRecentContactsElement } from './recent-contacts/element.js';
export { ConnectWrapUpElement, type WrapUpCode } from './wrap-up/element.js';
export { ConnectWrapUpRequestEvent, type WrapUp } from './wrap-up/request.js';
export type { Keep, RecentContact, RecentOutcome } from './recent-contacts/history.js';
export type { ShortcutMap } from './contact-controls/shortcuts.js';
export type { ItemView } from './contact-controls/view.js';
export type { WorkspaceElement } from './contact-controls/workspace.js';
export * from './host/events.js';
export * from './verbs/requests.js';
export { registerLanguage, registerTerms } from './vocabulary/register.js';
export type { Formats } from './words/terms.js';
export type { Language, PartialTerms, Terms } from './vocabulary/terms.js';
export { BoundElement } from './host/bound-element.js';
export { CcpController } from './host/ccp-controller.js';
export type { ContactMessages, MessageView, Speaker } from './host/message-board.js';
export type { ConnectHost } from './host/host.js';
export type { RegionHost, RegionLead } from './host/region-lead.js';
export type {
  AgentStateChoice,
  AgentView,
  ConnectionView,
  ContactIdentity,
  ContactReference,
  ContactVerb,
  ContactView,
  HostError,
  HostState,
} from './host/state.js';
export type { RingerChannels, RingerSettings } from './ringer/settings.js';

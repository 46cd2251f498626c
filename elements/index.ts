// Everything that is imported by name: the API, element classes, event classes, types. Registers nothing.
export * from '../src/index.js';
export { ConnectAgentStatusElement } from './connect-agent-status-element.js';
export { ConnectCcpElement } from './connect-ccp-element.js';
export { ConnectContactControlsElement } from './connect-contact-controls-element.js';
export { ConnectGlobalCcpElement } from './connect-global-ccp-element.js';
export type { ItemView } from './contact-controls/view.js';
export type { WorkspaceElement } from './contact-controls/workspace.js';
export * from './events.js';
export * from './requests.js';
export { registerLanguage, registerTerms } from './base/languages.js';
export type { Formats, Language, PartialTerms, Terms } from './lang/terms.js';
export { BoundElement } from './base/bound-element.js';
export { CcpController } from './base/ccp-controller.js';
export type { ContactVerb } from './base/contact-verbs.js';
export type { ConnectHost } from './base/host.js';
export type { DeviceName } from './base/set-device.js';
export type { RegionHost, RegionLead } from './base/region-lead.js';
export type {
  AgentStateChoice,
  AgentView,
  ConnectionView,
  ContactView,
  HostError,
  HostState,
} from './base/host-state.js';
export type { RingerChannels, RingerSettings } from './ringer/settings.js';

// Everything that is imported by name: the API, element classes, event classes, types. Registers nothing.
export * from '../src/index.js';
export { ConnectCcpElement } from './connect-ccp-element.js';
export * from './events.js';
export type {
  AgentStateChoice,
  AgentView,
  ConnectionView,
  ContactView,
  HostError,
  HostState,
} from './base/host-state.js';

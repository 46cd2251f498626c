// The names that an agent's state has when a call has failed, as the service gives them. docs/protocol.md, section 1.8.

/** Names of the agent's error states. */
export const AGENT_ERROR_STATES = /*#__PURE__*/ Object.freeze([
  'Error',
  'AgentHungUp',
  'BadAddressAgent',
  'BadAddressCustomer',
  'Default',
  'FailedConnectAgent',
  'FailedConnectCustomer',
  'InvalidLocale',
  'LineEngagedAgent',
  'LineEngagedCustomer',
  'MissedCallAgent',
  'MissedCallCustomer',
  'MultipleCcpWindows',
  'RealtimeCommunicationError',
] as const);

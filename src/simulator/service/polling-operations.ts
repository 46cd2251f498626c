// What the worker asks the service by itself.

/** The operations that a worker polls with; they change nothing and are not recorded. */
export const POLLING_OPERATIONS: readonly string[] = /*#__PURE__*/ Object.freeze([
  'getAgentSnapshot',
  'getAgentConfiguration',
  'getAgentStates',
  'getAgentPermissions',
  'getDialableCountryCodes',
  'getRoutingProfileQueues',
]);

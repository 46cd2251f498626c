export const POLLING_OPERATIONS=/*#__PURE__*/Object.freeze(["getAgentSnapshot","getAgentConfiguration","getAgentStates","getAgentPermissions","getDialableCountryCodes","getRoutingProfileQueues"])

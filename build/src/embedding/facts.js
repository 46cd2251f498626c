export const SECOND_INIT="initCCP is ignored while a CCP is embedded: call terminate() first."

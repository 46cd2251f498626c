export const LOAD_TIMEOUT=5e3
export const ACK_TIMEOUT=3e3
export const SYN_TIMEOUT=1e3
export const STANDBY_RETRY={limit:1/0,backoff:2}

// What the options of `initCCP` are where a page leaves them out. All times in milliseconds. Streams documentation, "connect.core.initCCP()"; docs/protocol.md, section 2.2.
import type { RetryOptions } from './sign-in-options.js';

/** `ccpLoadTimeout`: the first answer has this long to come; also the pause before a new frame is tried. */
export const LOAD_TIMEOUT = 5_000;

/** `ccpAckTimeout`: each later answer has this long to come. */
export const ACK_TIMEOUT = 3_000;

/** `ccpSynTimeout`: the pause between an answer and the next question. */
export const SYN_TIMEOUT = 1_000;

/** `retry` of the standby region: nobody looks at its frame, so it is tried for as long as it takes, ever more slowly. */
export const STANDBY_RETRY: RetryOptions = { limit: Infinity, backoff: 2 };

// The statuses of an embedded CCP, from the page's side.

/**
 * Where an embedded CCP stands:
 *
 * - `idle`: nothing is embedded;
 * - `loading`: the frame is there, the CCP has not given any data yet;
 * - `signed-out`: nothing came in time, most likely because nobody is signed in;
 * - `popup-open`, `popup-blocked`: the sign-in window is open, or the browser has refused it;
 * - `storage-access-needed`: the browser keeps the CCP from its cookies;
 * - `ready`: the CCP answers and the agent's data are there;
 * - `stale`: it was ready and has stopped answering;
 * - `expired`: the session has run out;
 * - `denied`: the agent may not use the CCP;
 * - `unreachable`: the frame's page does not load;
 * - `duplicate`: another element of the page embeds the same CCP;
 * - `terminated`: ended by the page.
 */
export type CcpStatus =
  | 'idle'
  | 'loading'
  | 'signed-out'
  | 'popup-open'
  | 'popup-blocked'
  | 'storage-access-needed'
  | 'ready'
  | 'stale'
  | 'expired'
  | 'denied'
  | 'unreachable'
  | 'duplicate'
  | 'terminated';

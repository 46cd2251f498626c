// The state machine of signing in, as a table: which event counts in which status, where it leads, and what is done then.
import type { CcpStatus } from './status.js';

/** What may happen to an embedded CCP, as far as signing in is concerned. docs/protocol.md, sections 2.6 to 2.8. */
export type SignInEvent =
  /** Neither an answer within the load time-out nor a page that is still loading. */
  | 'unanswered'
  /** The CCP of this frame, or of a new port of it, has answered for the first time; or it has a new session. */
  | 'answered'
  /** It has answered again. */
  | 'pulse'
  /** It has given data of the agent. */
  | 'data'
  /** It does not answer any more. */
  | 'silent'
  /** The session has run out, or the agent has signed out. */
  | 'expired'
  | 'signed-out'
  /** The agent may not use it. */
  | 'denied'
  /** It needs the agent's leave to use its cookies, or has it. */
  | 'storage-access-needed'
  | 'storage-granted'
  /** What became of the sign-in window. */
  | 'popup-open'
  | 'popup-blocked'
  | 'popup-closed'
  /** The agent, or the page for them, wants to sign in; or wants the frame to be loaded anew. */
  | 'login'
  | 'retry';

/** What is done, in this order, once the status has changed. */
export type SignInAction =
  /** Opens the window if it may open without a click, and begins to try the frame; does nothing in the mode `manual`. */
  | 'ask'
  /** Ends all attempts, and does what `ask` does after a pause of `ccpAckTimeout`. */
  | 'pause'
  /** Opens the window, and begins to try the frame again and again. */
  | 'open'
  /** Loads the frame anew at once, and begins to try it. */
  | 'reload'
  /** Ends all attempts. */
  | 'stop';

/**
 * One event:
 *
 * - where it leads. `panel` is `ready`, or `loading` while there are no data; `rest` is where the window was opened
 *   from; nothing: the status stays. Once it is `ready`, and at a `pulse`, the window is let go of, or closed if the options
 *   say so;
 * - in which statuses it counts;
 * - what is done.
 */
export type SignInRule = readonly [
  to: CcpStatus | 'panel' | 'rest' | '',
  from: 'any' | readonly CcpStatus[] | { readonly allBut: CcpStatus },
  ...does: SignInAction[],
];

/**
 * The table. Two facts beside the status decide which events there are at all, and keep its rows short: nothing is
 * `silent` before the frame has answered, or `unanswered` after it; and once a session has ended, `pulse` and `data` of
 * the old frame are no events: only a new frame, a new port or a new session counts as an answer.
 */
export const SIGN_IN_RULES: Readonly<Record<SignInEvent, SignInRule>> = {
  unanswered: ['signed-out', ['loading'], 'ask'],
  answered: ['panel', 'any', 'stop'],
  pulse: ['panel', { allBut: 'denied' }, 'stop'],
  data: ['ready', 'any'],
  silent: ['stale', ['loading', 'ready']],
  expired: ['expired', 'any', 'pause'],
  'signed-out': ['signed-out', 'any', 'pause'],
  denied: ['denied', 'any', 'stop'],
  'storage-access-needed': ['storage-access-needed', 'any', 'stop'],
  'storage-granted': ['loading', ['storage-access-needed']],
  'popup-open': ['popup-open', { allBut: 'ready' }],
  'popup-blocked': ['popup-blocked', { allBut: 'ready' }],
  'popup-closed': ['rest', ['popup-open'], 'reload'],
  login: ['', { allBut: 'ready' }, 'open'],
  retry: ['loading', 'any', 'reload'],
};

/** True if an event counts in a status. */
export function counts([, from]: SignInRule, status: CcpStatus): boolean {
  if (from === 'any') return true;
  return 'allBut' in from ? from.allBut !== status : from.includes(status);
}

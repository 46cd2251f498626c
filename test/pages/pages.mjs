// The pages, as data: which one, what comes to its agent, and what is done there. A step is the name of a button of the page
// (`data-do`), or what somebody else does; see steps.mjs.

/** What happens to a call from the first ring to the last. */
const CALL = ['ring', 'accept', 'hold', 'resume', 'transfer', 'party answers', 'end', 'clear'];
const OTHER_CALLS = ['ring', 'miss', 'clear', 'dial', 'customer answers', 'customer leaves', 'clear'];

/** Everything, of calls. */
const ALL = [...CALL, ...OTHER_CALLS];

/** The agent signs out, and in again in the same page. */
const AGAIN = ['sign-out', 'sign-in'];

/**
 * Each page stands for a kind of public pages. `signsIn`: the agent has to sign in first; `shows`: run with ours alone, and held to these words.
 */
export const PAGES = [
  { name: 'own-buttons', steps: ALL },
  { name: 'react-like-hook', steps: ALL },
  { name: 'angular-like-service', steps: ALL },
  { name: 'sign-in-window', signsIn: true, steps: [...CALL, ...AGAIN, ...OTHER_CALLS, ...AGAIN, ...CALL] },
  { name: 'screen-pop', steps: ALL },
  { name: 'dashboard', steps: ['away', 'back', ...ALL] },
  { name: 'log-out-button', signsIn: true, steps: CALL },
  { name: 'softphone-options', steps: ALL },
  { name: 'init-app', steps: ALL },
  { name: 'lily', steps: ALL },
  {
    name: 'chat',
    shows: ['AGENT: Hello', 'CUSTOMER: Good', 'ended'],
    steps: ['chat', 'accept', 'say', 'customer says', 'end', 'clear', 'chat', 'miss', 'clear'],
  },
  { name: 'task', steps: ['create', 'accept', 'end', 'clear', 'create', 'miss', 'clear'] },
];

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
 * Each page stands for a kind of public pages. `signsIn`: the agent has to sign in first; `regions`: it embeds two; `chats`: it uses ChatJS.
 */
export const PAGES = [
  { name: 'own-buttons', steps: ALL },
  { name: 'react-like-hook', steps: ALL },
  { name: 'angular-like-service', steps: ALL },
  { name: 'sign-in-window', signsIn: true, steps: [...CALL, ...AGAIN, ...OTHER_CALLS, ...AGAIN, ...CALL] },
  { name: 'close-by-name', signsIn: true, steps: [...CALL, ...AGAIN, ...CALL, ...AGAIN, ...OTHER_CALLS] },
  { name: 'screen-pop', steps: ALL },
  { name: 'dashboard', steps: ['away', 'back', ...ALL] },
  { name: 'log-out-button', signsIn: true, steps: [...CALL, ...AGAIN, ...OTHER_CALLS, ...AGAIN, ...CALL] },
  { name: 'softphone-options', steps: ALL },
  { name: 'init-app', steps: ALL },
  { name: 'lily', steps: ALL },
  {
    name: 'chat',
    chats: true,
    steps: ['chat', 'accept', 'say', 'customer says', 'end', 'clear', 'chat', 'miss', 'clear'],
  },
  {
    name: 'two-regions',
    regions: true,
    steps: [...CALL, 'change over', 'available', ...ALL, 'change over', 'available', ...CALL],
  },
  { name: 'task', steps: ['create', 'accept', 'end', 'clear', 'create', 'miss', 'clear'] },
];

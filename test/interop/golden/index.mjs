// The golden lists, by scenario and step: what a page hears, the same from both libraries but for named differences.
import { OURS } from '../libraries.mjs';
import agents from './agents.mjs';
import calls from './calls.mjs';
import { differences, differs } from './differences.mjs';
import monitoring from './monitoring.mjs';
import outbound from './outbound.mjs';
import tasksAndChats from './tasks-and-chats.mjs';

const golden = { ...agents, ...calls, ...outbound, ...tasksAndChats, ...monitoring };

const read = (entry, library) => (entry?.difference ? entry[library === OURS ? 'ours' : 'theirs'] : entry);

/** The lines of a step, as the library brings them. */
export function expected({ scenario, step, library }) {
  const lines = golden[scenario]?.[step];
  if (!lines) throw new Error(`There is no golden list for "${step}" of "${scenario}"`);
  return lines.map((line) => read(line, library));
}

const NONE = { success: 0, failure: 0 };
const FAILED_AS_SUCCESS = differs(differences.unheard, { ours: NONE, theirs: { success: 1, failure: 0 } });

/** Commands of amazon-connect-streams that have a failure callback of their own around the caller's. */
const GUARDED = ['accept', 'connect', 'getEndpoints'];

/** How often a command's callbacks are called: `wanted` is success, failure, or unheard for a failure without a callback. */
export function expectedOutcome(command, wanted, library) {
  if (wanted !== 'unheard') return { ...NONE, [wanted]: 1 };
  return GUARDED.includes(command) ? NONE : read(FAILED_AS_SUCCESS, library);
}

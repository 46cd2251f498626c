// Which events a contact's change of state publishes, and in which order. docs/protocol.md, section 6.6.
import { ContactEvents, type ContactEventName } from './event-names.js';

const NOTHING: readonly ContactEventName[] = [];

/** States whose entry is an event of its own, of the same name, whatever came before. */
const ENTERED: readonly string[] = ['incoming', 'pending', 'connecting', 'connected'];

const ACTIVE: readonly string[] = [...ENTERED, 'paused'];
const ALERTING: readonly string[] = ['incoming', 'connecting'];
const FINISHED: readonly string[] = ['ended', 'missed', 'rejected', 'error'];

/** True if a contact in this state is over: nothing more happens in it but its clearing. */
export const isFinishedState = (state: string): boolean => FINISHED.includes(state);

/**
 * The events of one change of state.
 * @param from type of the old state; `init` for a contact seen for the first time.
 * @param to type of the new state.
 * @returns event names in the order in which they are published; none for states that are not known.
 */
export function transitionEvents(from: string, to: string): readonly ContactEventName[] {
  if (from === to) return NOTHING;
  if (ENTERED.includes(to)) return [`contact::${to}` as ContactEventName];
  const ended = ACTIVE.includes(from) ? [ContactEvents.ENDED] : NOTHING;
  const missed = ALERTING.includes(from) ? [ContactEvents.MISSED] : NOTHING;
  switch (to) {
    case 'ended':
      return [ContactEvents.ACW, ...ended];
    case 'missed':
    case 'rejected':
      return [...ended, ...missed];
    case 'error':
      return [ContactEvents.ERROR, ...missed, ...ended];
    case 'init':
      return ended;
    default:
      return NOTHING;
  }
}

// What is said of a contact: who it is, what kind, and its state in words.
import { hasBargedIn, isActiveParty, isVoice, nameOfContact } from '../host/contact.js';
import { kindOf } from '../looks/kind-icons.js';
import type { ConnectionView, ContactVerb, ContactView } from '../host/state.js';
import type { CommandName, ContactControlsTerms } from './terms.js';

/** What a verb is called with a contact: a task is paused, not held, and what was missed is cleared, not done. */
export function commandOf(verb: ContactVerb, contact: ContactView): CommandName {
  if (verb === 'clear') return contact.state.type === 'ended' ? 'clear' : 'clear-missed';
  if (isVoice(contact)) return verb;
  return verb === 'hold' ? 'pause' : verb === 'resume' ? 'continue' : verb;
}

const asItIs = (text: string): string => text;

/** True for contacts that are worked on in a workspace, not by voice. */
export const hasWorkspace = (contact: ContactView): boolean => !isVoice(contact) && !contact.ringing;

/** Who a contact is; never blank. */
export const whoOf = (contact: ContactView, { unknown }: ContactControlsTerms): string =>
  nameOfContact(contact) || unknown;

/** Everybody in a call but the agent and those who listen, the customer first, as long as they are there. */
export const partiesOf = ({ connections }: ContactView): readonly ConnectionView[] => connections.filter(isActiveParty);

/** Supervisors who have barged into the agent's call: everybody hears them. */
export const joinedOf = ({ connections }: ContactView): readonly ConnectionView[] =>
  isSupervised(connections) ? connections.filter(hasBargedIn) : [];

/** True unless the agent is a supervisor in somebody else's call. */
const isSupervised = (connections: readonly ConnectionView[]): boolean =>
  connections.some(({ type }) => type === 'agent');

/** Name or number of a party; the customer has the contact's. */
export function partyName(contact: ContactView, party: ConnectionView, { unknown }: ContactControlsTerms): string {
  const isCustomer = contact.connections.find(({ type }) => type !== 'agent') === party;
  if (isCustomer && contact.identity?.name) return contact.identity.name;
  return party.who || (isCustomer && contact.who) || unknown;
}

/**
 * A contact's state, in words.
 * @param contact the contact.
 * @param terms the words.
 * @param written writes numbers as people do.
 */
export function stateWords(contact: ContactView, terms: ContactControlsTerms, written = asItIs): string {
  const { states } = terms;
  switch (contact.state.type) {
    case 'connected':
      return isVoice(contact) ? talkWords(contact, terms, written) : states.connected;
    case 'ended':
      return isVoice(contact) ? states.afterCall : states.ended;
    case 'paused':
    case 'missed':
    case 'rejected':
    case 'error':
      return states[contact.state.type];
    default:
      if (contact.ringing) return terms.incoming[kindOf(contact)];
      return isVoice(contact) ? states.calling : states.connecting;
  }
}

/** Who is talked to, and who waits. */
function talkWords(contact: ContactView, terms: ContactControlsTerms, written: (text: string) => string): string {
  const { states } = terms;
  const listener = isSupervised(contact.connections)
    ? undefined
    : contact.connections.find(({ type }) => type === 'monitoring');
  if (listener) return hasBargedIn(listener) ? states.joined : states.listening;
  const parties = partiesOf(contact);
  const inState = (state: string) => parties.filter((party) => party.state === state);
  const [calling] = inState('connecting');
  if (calling) return states.callingParty(written(partyName(contact, calling, terms)));
  if (parties.length === 0) return states.connected;
  const talking = parties.length - inState('hold').length;
  if (talking === 0 || contact.connections.some(({ type, state }) => type === 'agent' && state === 'hold')) {
    return states.hold;
  }
  if (parties.length === 1) return states.connected;
  if (talking > 1) return states.conference;
  const other = parties.find(({ state }) => state !== 'hold')!;
  return states.talkingTo(written(partyName(contact, other, terms)));
}

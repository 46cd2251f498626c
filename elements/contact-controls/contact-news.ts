// What there is to say when the contacts have changed by themselves.
import type { ContactView } from '../host/state.js';
import { firstWords } from './unread.js';
import { joinedOf, stateWords, whoOf } from './contact-words.js';
import { kindOf } from '../looks/kind-icons.js';
import type { ContactControlsTerms } from './terms.js';

/** What is to be said. */
export interface News {
  /** At once. */
  readonly urgent: readonly string[];
  /** When the screen reader is done. */
  readonly calm: readonly string[];
}

const isBusy = (contact: ContactView): boolean => contact.pending.length > 0;

/** The microphone was muted or unmuted, such as by a supervisor or in the panel. */
function switched(was: ContactView, { can }: ContactView): 'mute' | 'unmute' | undefined {
  if (was.can.includes('mute') && can.includes('unmute')) return 'mute';
  return was.can.includes('unmute') && can.includes('mute') ? 'unmute' : undefined;
}

/**
 * Compares contacts with what they were. What a command of the agent's has brought about is no news: its outcome is said.
 * @param before the contacts as they were.
 * @param now the contacts as they are.
 * @param terms the words.
 * @param selectedId id of the contact whose conversation is shown, and read out there.
 */
export function contactNews(
  before: readonly ContactView[],
  now: readonly ContactView[],
  terms: ContactControlsTerms,
  selectedId: string | null,
): News {
  const old = new Map(before.map((contact) => [contact.contactId, contact]));
  const urgent: string[] = [];
  const calm: string[] = [];
  for (const contact of now) {
    const was = old.get(contact.contactId);
    old.delete(contact.contactId);
    if (was === contact) continue;
    const { lastMessage } = contact;
    const isSaid = lastMessage?.isNew && lastMessage.messageId !== was?.lastMessage?.messageId;
    if (isSaid && contact.unread > 0 && contact.contactId !== selectedId) {
      calm.push(terms.says(lastMessage.who || whoOf(contact, terms), firstWords(lastMessage.text)));
    }
    const who = whoOf(contact, terms);
    const state = stateWords(contact, terms);
    if (contact.ringing && !was?.ringing) {
      urgent.push(terms.incomingFrom(terms.incoming[kindOf(contact)], who, contact.queue));
    } else if (was && !isBusy(was) && !isBusy(contact)) {
      if (state !== stateWords(was, terms)) calm.push(terms.changed(who, state));
      const known = joinedOf(was).map(({ connectionId }) => connectionId);
      for (const { connectionId, who: supervisor } of joinedOf(contact)) {
        if (known.includes(connectionId)) continue;
        calm.push(terms.changed(supervisor || terms.supervisor, terms.party.joined));
      }
      const verb = switched(was, contact);
      if (verb) calm.push(terms.commands[verb][2]);
    }
  }
  for (const gone of old.values()) {
    if (!isBusy(gone)) calm.push(terms.changed(whoOf(gone, terms), terms.states.gone));
  }
  return { urgent, calm };
}

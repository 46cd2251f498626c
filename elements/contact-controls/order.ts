// The order in which contacts are shown: what asks for the agent first, then the live call, then the others as they came.
import { isVoice } from '../host/contact.js';
import type { ContactView } from '../host/state.js';
import { isLiveCall } from './live-call.js';

/** Rank of a contact: the lower, the further up. */
function rankOf(contact: ContactView): number {
  if (contact.ringing) return isVoice(contact) ? 0 : 1;
  return isLiveCall(contact) ? 2 : 3;
}

/** The order of one element, which knows when each contact came: the service may list them otherwise as their states change. */
export class ContactOrder {
  #arrivals = new Map<string, number>();
  #count = 0;

  /**
   * The contacts as an agent is to see them.
   * @param contacts as the host has them.
   * @returns the same list if it is in order already.
   */
  of(contacts: readonly ContactView[]): readonly ContactView[] {
    const before = this.#arrivals;
    this.#arrivals = new Map(contacts.map(({ contactId }) => [contactId, before.get(contactId) ?? this.#count++]));
    const arrivalOf = ({ contactId }: ContactView): number => this.#arrivals.get(contactId)!;
    const compare = (one: ContactView, other: ContactView): number =>
      rankOf(one) - rankOf(other) || arrivalOf(one) - arrivalOf(other);
    const isOrdered = contacts.every((contact, index) => index === 0 || compare(contacts[index - 1], contact) <= 0);
    return isOrdered ? contacts : [...contacts].sort(compare);
  }
}

// The order in which contacts are shown: what asks for the agent first, then the live call, then the others as they came.
import { isFinished, isVoice } from '../host/contact.js';
import type { ContactView } from '../host/state.js';

/** Rank of a contact: the lower, the further up. */
function rankOf(contact: ContactView): number {
  if (contact.ringing) return isVoice(contact) ? 0 : 1;
  return isLiveCall(contact) ? 2 : 3;
}

/** True for a call that is under way: it has been taken or made, and is not over. */
export const isLiveCall = (contact: ContactView): boolean =>
  isVoice(contact) && !contact.ringing && !isFinished(contact);

/**
 * The contacts as an agent is to see them.
 * @param contacts as they came.
 * @returns the same list if it is in order already.
 */
export function inOrder(contacts: readonly ContactView[]): readonly ContactView[] {
  const isOrdered = contacts.every((contact, index) => index === 0 || rankOf(contacts[index - 1]) <= rankOf(contact));
  return isOrdered ? contacts : [...contacts].sort((one, other) => rankOf(one) - rankOf(other));
}

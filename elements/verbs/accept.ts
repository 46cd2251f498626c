// Accept: takes a contact that rings.
import { about, targetOf } from '../commands/target.js';
import { isVoice } from '../host/contact.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import type { ContactView } from '../host/state.js';
import { kindIcon } from '../looks/kind-icons.js';
import { contactFor, type DirectVerb } from './verb.js';

/** Asks to accept a contact that rings. */
export class ConnectAcceptRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('accept', contactId);
  }
}

const isTaken = ({ ringing, state }: ContactView): boolean =>
  !ringing && (state.type === 'connected' || state.type === 'connecting');

export const accept: DirectVerb = {
  isAllowed: ({ stage }) => stage === 'ringing',
  request: (target) => new ConnectAcceptRequestEvent(target),
  command(request, scope) {
    const { id, api } = targetOf(request, scope);
    return about(id, isTaken, () => api.accept());
  },
  needsAgent: true,
  buttons: {
    '--accept-contact': (state, value) =>
      new ConnectAcceptRequestEvent({ contactId: contactFor(state, value, 'accept') }),
  },
  icon: (contact) => (isVoice(contact) ? 'phone' : kindIcon(contact)),
  tone: 'go',
  place: 10,
  opens: null,
};

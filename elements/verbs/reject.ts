// Reject: sends a contact that rings away.
import { ending, targetOf } from '../commands/target.js';
import { isVoice } from '../host/contact.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import { contactFor, type DirectVerb } from './verb.js';

/** Asks to reject a contact that rings. */
export class ConnectRejectRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('reject', contactId);
  }
}

export const reject: DirectVerb = {
  isAllowed: ({ stage }) => stage === 'ringing',
  request: (target) => new ConnectRejectRequestEvent(target),
  command(request, scope) {
    const { id, api } = targetOf(request, scope);
    return ending(id, () => api.reject());
  },
  needsAgent: true,
  buttons: {
    '--reject-contact': (state, value) =>
      new ConnectRejectRequestEvent({ contactId: contactFor(state, value, 'reject') }),
  },
  icon: (contact) => (isVoice(contact) ? 'hang-up' : 'close'),
  tone: 'stop',
  place: 20,
  opens: null,
};

// Clear: a contact that is over goes.
import { targetOf, viewOf } from '../commands/target.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import { contactFor, type DirectVerb } from './verb.js';

/** Asks to clear a contact that is over. */
export class ConnectClearRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('clear', contactId);
  }
}

export const clear: DirectVerb = {
  isAllowed: ({ stage }) => stage === 'over',
  request: (target) => new ConnectClearRequestEvent(target),
  command(request, scope) {
    const { id, api } = targetOf(request, scope);
    return { send: () => api.clear(), isShown: (state) => viewOf(state, id) === undefined };
  },
  needsAgent: true,
  buttons: {
    '--clear-contact': (state, value) => new ConnectClearRequestEvent({ contactId: contactFor(state, value, 'clear') }),
  },
  icon: () => 'check',
  tone: 'main',
  place: 110,
  opens: null,
};

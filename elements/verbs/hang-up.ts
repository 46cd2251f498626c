// Hang up, and leave: one request, and never both possible. Where others stay in the call, the agent leaves it.
import { connectionIdOf } from '../commands/request-fields.js';
import { ending, isOver, partiesOf, targetOf } from '../commands/target.js';
import { isVoice } from '../host/contact.js';
import { type PartyTarget, PartyRequestEvent } from '../host/requests.js';
import { contactFor, type DirectVerb } from './verb.js';

/** Asks to hang up: one party, or, without a connection, the agent. Others go on talking if there are enough of them. */
export class ConnectHangUpRequestEvent extends PartyRequestEvent {
  constructor(target: PartyTarget) {
    super('hang-up', target);
  }
}

export const hangUp: DirectVerb = {
  isAllowed: ({ stage, parties }) =>
    stage === 'paused' || stage === 'waiting' || (stage === 'live' && parties.length < 2),
  request: (target) => new ConnectHangUpRequestEvent(target),
  command(request, scope) {
    const { id, api } = targetOf(request, scope);
    const connectionId = connectionIdOf(request);
    if (!connectionId) return ending(id, () => api.getAgentConnection()?.destroy());
    const isThere = (party: { readonly connectionId: string }): boolean => party.connectionId === connectionId;
    return {
      send: () => new scope.connect.Connection(id, connectionId).destroy(),
      isShown: (state) => isOver(state, id) || !partiesOf(state, id).some(isThere),
    };
  },
  needsAgent: true,
  buttons: {
    '--hang-up': (state, value) =>
      new ConnectHangUpRequestEvent({ contactId: contactFor(state, value, 'hang-up', 'leave') }),
  },
  icon: (contact) => (isVoice(contact) ? 'hang-up' : 'close'),
  tone: 'stop',
  place: 100,
  opens: null,
};

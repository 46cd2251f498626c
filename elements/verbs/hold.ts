// Hold: lets those who talk wait. A task is paused.
import { connectionIdOf } from '../commands/request-fields.js';
import { about, aboutParties, inState, targetOf } from '../commands/target.js';
import { isVoice } from '../host/contact.js';
import { type PartyTarget, PartyRequestEvent } from '../host/requests.js';
import { contactFor, type DirectVerb, hasParty } from './verb.js';

/** Asks to put on hold: one party, or all who talk. A task is paused. */
export class ConnectHoldRequestEvent extends PartyRequestEvent {
  constructor(target: PartyTarget) {
    super('hold', target);
  }
}

export const hold: DirectVerb = {
  isAllowed: (situation) =>
    situation.stage === 'live' && (situation.voice ? hasParty(situation, 'connected') : situation.type === 'task'),
  request: (target) => new ConnectHoldRequestEvent(target),
  command(request, scope) {
    const target = targetOf(request, scope);
    const { view, api, id, parties } = target;
    if (!isVoice(view)) {
      const isPaused = ({ state }: typeof view): boolean => state.type === 'paused';
      return about(id, isPaused, () => api.pause());
    }
    const connectionId = connectionIdOf(request);
    const chosen = connectionId
      ? view.connections.filter((party) => party.connectionId === connectionId)
      : parties.filter(inState('connected'));
    if (chosen.length === 0) throw new Error(scope.terms.nobodyTalks);
    return aboutParties(target, chosen, 'hold', (party) => new scope.connect.Connection(id, party).hold());
  },
  needsAgent: true,
  buttons: {
    '--hold': (state, value) => new ConnectHoldRequestEvent({ contactId: contactFor(state, value, 'hold') }),
  },
  icon: () => 'pause',
  tone: 'plain',
  place: 40,
  opens: null,
};

// Resume: takes those who wait off hold. A paused task goes on.
import { connectionIdOf } from '../commands/request-fields.js';
import { about, inState, resumeParties, targetOf } from '../commands/target.js';
import { isVoice } from '../host/contact.js';
import { type PartyTarget, PartyRequestEvent } from '../host/requests.js';
import { contactFor, type DirectVerb, hasParty } from './verb.js';

/** Asks to take off hold: one party, or all who wait. A paused task goes on. */
export class ConnectResumeRequestEvent extends PartyRequestEvent {
  constructor(target: PartyTarget) {
    super('resume', target);
  }
}

export const resume: DirectVerb = {
  isAllowed: (situation) =>
    situation.stage === 'paused' ||
    (situation.stage === 'live' && situation.voice && hasParty(situation, 'hold') && !hasParty(situation, 'connected')),
  request: (target) => new ConnectResumeRequestEvent(target),
  command(request, scope) {
    const target = targetOf(request, scope);
    const { view, api, id, parties } = target;
    if (!isVoice(view)) {
      const goesOn = ({ state }: typeof view): boolean => state.type === 'connected';
      return about(id, goesOn, () => api.resume());
    }
    const connectionId = connectionIdOf(request);
    const chosen = connectionId
      ? view.connections.filter((party) => party.connectionId === connectionId)
      : parties.filter(inState('hold'));
    if (chosen.length === 0) throw new Error(scope.terms.nobodyWaits);
    return resumeParties(target, chosen, scope.connect);
  },
  needsAgent: true,
  buttons: {
    '--resume': (state, value) => new ConnectResumeRequestEvent({ contactId: contactFor(state, value, 'resume') }),
  },
  icon: () => 'play',
  tone: 'on',
  place: 40,
  opens: null,
};

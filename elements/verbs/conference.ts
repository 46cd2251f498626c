// Conference: all parties of a call talk with each other.
import { about, inState, partiesOf, targetOf } from '../commands/target.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import type { ContactView, HostState } from '../host/state.js';
import { type DirectVerb, hasParty } from './verb.js';

/** Asks to let all parties of a call talk with each other. */
export class ConnectConferenceRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('conference', contactId);
  }
}

export const conference: DirectVerb = {
  isAllowed: (situation) =>
    situation.stage === 'live' &&
    situation.voice &&
    situation.customerIsThere &&
    situation.parties.length > 1 &&
    hasParty(situation, 'hold') &&
    !hasParty(situation, 'connecting'),
  request: (target) => new ConnectConferenceRequestEvent(target),
  command(request, scope) {
    const { id, api } = targetOf(request, scope);
    const isShown = (_view: ContactView, state: HostState): boolean => {
      const parties = partiesOf(state, id);
      return parties.length > 1 && parties.every(inState('connected'));
    };
    return about(id, isShown, () => api.conferenceConnections());
  },
  needsAgent: true,
  buttons: {},
  icon: () => 'people',
  tone: 'plain',
  place: 90,
  opens: null,
};

// Swap: whoever waits is talked to, and the other way round.
import { about, inState, targetOf } from '../commands/target.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import type { ContactView } from '../host/state.js';
import { type DirectVerb, hasParty } from './verb.js';

/** Asks to swap who talks and who waits. */
export class ConnectSwapRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('swap', contactId);
  }
}

export const swap: DirectVerb = {
  isAllowed: (situation) =>
    situation.stage === 'live' &&
    situation.voice &&
    situation.customerIsThere &&
    situation.parties.length > 1 &&
    hasParty(situation, 'hold') &&
    hasParty(situation, 'connected'),
  request: (target) => new ConnectSwapRequestEvent(target),
  command(request, scope) {
    const { id, api, parties } = targetOf(request, scope);
    const waiting = parties.find(inState('hold'));
    if (!waiting) throw new Error(scope.terms.nobodyWaits);
    const isShown = ({ connections }: ContactView): boolean =>
      connections.some(({ connectionId, state }) => connectionId === waiting.connectionId && state === 'connected');
    return about(id, isShown, () => api.toggleActiveConnections());
  },
  needsAgent: true,
  buttons: {},
  icon: () => 'swap',
  tone: 'plain',
  place: 80,
  opens: null,
};

// Unmute: the agent's microphone, on again.
import { microphoneCommand } from '../commands/microphone.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import { isHeard } from '../host/situation.js';
import { contactFor, type DirectVerb } from './verb.js';

/** Asks to unmute the agent's microphone. */
export class ConnectUnmuteRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('unmute', contactId);
  }
}

export const unmute: DirectVerb = {
  isAllowed: (situation) => isHeard(situation) && situation.muted,
  request: (target) => new ConnectUnmuteRequestEvent(target),
  command: (request, scope) => microphoneCommand(false, request, scope),
  needsAgent: true,
  buttons: {
    '--unmute': (state, value) => new ConnectUnmuteRequestEvent({ contactId: contactFor(state, value, 'unmute') }),
  },
  icon: () => 'microphone-off',
  tone: 'on',
  place: 30,
  opens: null,
};

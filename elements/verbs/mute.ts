// Mute: the agent's microphone, off.
import { microphoneCommand } from '../commands/microphone.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import { isHeard } from '../host/situation.js';
import { contactFor, type DirectVerb } from './verb.js';

/** Asks to mute the agent's microphone. */
export class ConnectMuteRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('mute', contactId);
  }
}

export const mute: DirectVerb = {
  isAllowed: (situation) => isHeard(situation) && !situation.muted,
  request: (target) => new ConnectMuteRequestEvent(target),
  command: (request, scope) => microphoneCommand(true, request, scope),
  needsAgent: true,
  buttons: {
    '--mute': (state, value) => new ConnectMuteRequestEvent({ contactId: contactFor(state, value, 'mute') }),
  },
  icon: () => 'microphone',
  tone: 'plain',
  place: 30,
  opens: null,
};

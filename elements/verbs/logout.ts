// Logout: signs the agent out.
import { ANSWER_TIME } from '../commands/command.js';
import { ConnectRequestEvent } from '../host/requests.js';
import type { HostVerbDefinition } from './verb.js';

/** Asks to sign the agent out. */
export class ConnectLogoutRequestEvent extends ConnectRequestEvent {
  constructor() {
    super('logout');
  }
}

export const logout: HostVerbDefinition = {
  // Two services have to answer.
  command: (_request, scope) => ({ send: () => scope.logout(), answerTime: 3 * ANSWER_TIME }),
  needsAgent: false,
  buttons: { '--logout': () => new ConnectLogoutRequestEvent() },
};

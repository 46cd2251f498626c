// Login: the sign-in window.
import { ConnectRequestEvent } from '../host/requests.js';
import type { HostVerbDefinition } from './verb.js';

/** Asks to open the sign-in window; to be dispatched from a click, or the browser may refuse it. */
export class ConnectLoginRequestEvent extends ConnectRequestEvent {
  constructor() {
    super('login');
  }
}

export const login: HostVerbDefinition = {
  command: (_request, scope) => ({ send: () => scope.login() }),
  needsAgent: false,
  buttons: { '--login': () => new ConnectLoginRequestEvent() },
};

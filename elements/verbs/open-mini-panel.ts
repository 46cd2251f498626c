// Open mini panel: status and controls in a window above all others.
import { ConnectRequestEvent } from '../host/requests.js';
import type { HostVerbDefinition } from './verb.js';

/** Asks to open the mini panel; to be dispatched from a click, or the browser may refuse it. */
export class ConnectOpenMiniPanelRequestEvent extends ConnectRequestEvent {
  constructor() {
    super('open-mini-panel');
  }
}

export const openMiniPanel: HostVerbDefinition = {
  command: (_request, scope) => ({ send: () => scope.openMiniPanel() }),
  needsAgent: false,
  buttons: { '--open-mini-panel': () => new ConnectOpenMiniPanelRequestEvent() },
};

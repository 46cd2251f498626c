// The commands of the scripting channel that the page runs itself: its link, its frame, its session, its region.
import type { CcpPage } from '../ccp/ccp-page.js';
import { AgentEvents, DisasterRecoveryEvents, WebSocketEvents } from '../events/event-names.js';
import type { LinkSwitch } from './link-switch.js';
import type { PageCommands } from './script-server.js';
import type { WorkerLink } from './worker-link.js';

/** What the page commands need. */
export interface PageCommandOptions {
  region: string;
  linkSwitch: LinkSwitch;
  link: () => WorkerLink;
  /** The CCP page, or null while a sign-in page is shown. */
  page: () => CcpPage | null;
  beginSession: () => void;
  reload: () => void;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** Makes the commands. */
export function pageCommands(options: PageCommandOptions): PageCommands {
  const { region, linkSwitch, link, page, beginSession, reload } = options;

  const ccp = (command: string): CcpPage => {
    const present = page();
    if (!present)
      throw new Error(`${command} needs a CCP, and this page is a sign-in page: call signIn() and reload it`);
    return present;
  };

  return {
    silence: (milliseconds) => linkSwitch.silence(Number(milliseconds)),
    signIn: async () => {
      beginSession();
      // A sign-in page does not wake its worker: there is nobody to tell.
      if (page()) await link().run('signIn');
    },
    reloadFrame: () => {
      // After the answer is on its way.
      setTimeout(reload);
    },
    dropSocket: async (milliseconds = 0) => {
      const { broadcast } = bound(ccp('dropSocket'));
      const closeTimestamp = Date.now();
      const report = { openTimestamp: closeTimestamp, closeTimestamp, connectionDuration: 0, code: 1006, reason: '' };
      // The agent's event comes first, as the worker sends them. Protocol section 9.5.
      broadcast(AgentEvents.WEBSOCKET_CONNECTION_LOST, report);
      broadcast(WebSocketEvents.CONNECTION_LOST, report);
      broadcast(WebSocketEvents.CONNECTION_CLOSE, report);
      await wait(Number(milliseconds));
      broadcast(AgentEvents.WEBSOCKET_CONNECTION_GAINED);
      broadcast(WebSocketEvents.CONNECTION_GAIN);
    },
    activeRegion: (active) => {
      bound(ccp('activeRegion')).broadcast(DisasterRecoveryEvents.FAILOVER, { isPrimary: active === region });
    },
    impair: async (impairedRegion, impaired = true) => {
      if (impairedRegion !== region) return;
      const times = impaired ? Infinity : 0;
      await link().run('fail', ['*', { status: 503, code: 'ServiceUnavailableException', times }]);
    },
  };
}

const bound = (page: CcpPage): Pick<CcpPage, 'broadcast'> => ({ broadcast: page.broadcast.bind(page) });

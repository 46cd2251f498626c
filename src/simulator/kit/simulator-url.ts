// The address of the simulator's page, with the parameters that set it up.
import { randomId } from '../../conduit/random-id.js';
import type { SimulatorOptions } from '../channel/script-channel.js';

/** What the simulator's page can be asked for by its address. */
export interface SimulatorPageOptions extends SimulatorOptions {
  /** The page's own drawer of controls. Default here `none`; else by the width of the page. */
  drawer?: 'open' | 'closed' | 'none';
  /** Where the session of a sign-in is kept. Default `storage`. */
  session?: 'storage' | 'cookie';
}

/**
 * Address of the simulator's page, to be used as `ccp-url`: an instance of its own each time, unless one is named. The page is
 * taken beside this module, as the package has it, so on the same server; a real CCP is on another origin, which a second
 * port of that server is too.
 * @param options how the instance is set up.
 * @param page where the page is instead, such as `http://localhost:8001/dist/simulator/ccp.html`: on that second port, or
 *   where a bundler has put it.
 */
export function simulatorUrl(options: SimulatorPageOptions = {}, page?: string | URL): string {
  const url = page
    ? new URL(page, globalThis.document?.baseURI)
    : new URL('../../../simulator/ccp.html', import.meta.url);
  const { agentName, instance = `test-${randomId()}`, drawer = 'none', ...others } = options;
  const parameters = { instance, drawer, agent: agentName, ...others };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

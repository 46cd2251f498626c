// The address of the simulator's page, with the parameters that set it up.
import { randomId } from '../../conduit/random-id.js';
import type { SimulatorOptions } from '../channel/script-channel.js';

/** What the simulator's page can be asked for by its address. */
export interface SimulatorPageOptions extends SimulatorOptions {
  /** The page's own drawer of controls. Default here `none`; else by the width of the page. */
  drawer?: 'open' | 'closed' | 'none';
  /** Where the session of a sign-in is kept. Default `storage`. */
  session?: 'storage' | 'cookie';
  /** Address of the page's worker, where that does not lie beside it as `worker.js`: so where a bundler has put both. */
  worker?: string;
}

/** How this module ends where it is a file of its own: as it was written, or as the package has it. */
const UNBUNDLED = /\/kit\/simulator-url\.[jt]s(?:\?|$)/;
/** Where the page lies in the package; a bundler that carries it names it otherwise. */
const IN_PACKAGE = /\/simulator\/ccp\.html$/;

const WHAT_TO_DO =
  "Put it among your static files by `npx connect-ccp-elements simulator --copy <folder>`, and name its address: simulatorUrl(options, '/simulator/ccp.html')";

/** An address of its own: what Next puts in place of a URL knows its path alone. */
const absolute = (asset: URL): URL => new URL(String(asset), globalThis.document?.baseURI);

/**
 * Where the page and its worker lie. Both addresses are written as bundlers look for them: Vite, webpack and Next put the files
 * among their assets, and the new addresses here.
 */
function carriedAssets(): { page: URL; worker: URL } {
  try {
    return {
      page: absolute(new URL('../../../simulator/ccp.html', import.meta.url)),
      worker: absolute(new URL('../../../simulator/worker.js', import.meta.url)),
    };
  } catch (cause) {
    throw new Error(
      `simulatorUrl() cannot tell where the simulator's page is: this module has no address. ${WHAT_TO_DO}.`,
      {
        cause,
      },
    );
  }
}

function carriedPage(): URL {
  const { page, worker } = carriedAssets();
  if (!/^https?:$/.test(page.protocol)) {
    throw new Error(
      `simulatorUrl() has no address that a frame can load: it would be ${page.protocol} here. Call it in the browser, on a page at http or https. ${WHAT_TO_DO}.`,
    );
  }
  if (IN_PACKAGE.test(page.pathname) && !UNBUNDLED.test(import.meta.url)) {
    throw new Error(
      `simulatorUrl() cannot tell where the simulator's page is: the bundler has not carried it. ${WHAT_TO_DO}.`,
    );
  }
  if (new URL('./worker.js', page).href !== worker.href) page.searchParams.set('worker', worker.href);
  return page;
}

/**
 * Address of the simulator's page, to be used as `ccp-url`: an instance of its own each time, unless one is named. The page is
 * taken beside this module, as the package has it, or where Vite, webpack or Next has put it; so on the same server. A real CCP
 * is on another origin, which a second port of that server is too.
 * @param options how the instance is set up.
 * @param page where the page is instead, such as `http://localhost:8001/dist/simulator/ccp.html`: on that second port, or
 *   where it was copied to.
 * @returns the address.
 * @throws an Error that says what to do, where no `page` is named and the page is not to be had: behind a bundler that does not
 *   carry it (esbuild, Rollup without plugins), in Node, and on a page from the disk.
 */
export function simulatorUrl(options: SimulatorPageOptions = {}, page?: string | URL): string {
  const url = page ? new URL(page, globalThis.document?.baseURI) : carriedPage();
  const { agentName, instance = `test-${randomId()}`, drawer = 'none', ...others } = options;
  const parameters = { instance, drawer, agent: agentName, ...others };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

// connect.agentApp: Amazon's own apps beside a CCP. Here it embeds the CCP, which is what most pages use it for.
import { assertNotNull, NotImplementedError, ValueError } from '../errors/errors.js';
import { checkedAddress } from '../embedding/addresses.js';
import type { InitCcpOptions } from '../embedding/options.js';

/** What an app is embedded with. */
export interface AgentAppOptions {
  /** Options of `initCCP` that differ from those of an app. */
  ccpParams?: Partial<InitCcpOptions>;
  /** Style of the frame. */
  style?: string;
}

/** Milliseconds that the CCP has for its first answer, if the page does not say. */
const LOAD_TIMEOUT = 10_000;

/** Options of a CCP as an app. What a page gives takes the place of each. */
function ccpOptions(url: string, { ccpParams, style }: AgentAppOptions): InitCcpOptions {
  const base = url.split('/ccp-v2')[0].replace(/\/$/, '');
  return {
    ccpUrl: url,
    ccpLoadTimeout: LOAD_TIMEOUT,
    loginPopup: true,
    loginUrl: `${base}/login`,
    softphone: { allowFramedSoftphone: true, disableRingtone: false },
    ...(style && { style }),
    ...ccpParams,
  };
}

/**
 * Makes `connect.agentApp` for one runtime.
 * @param initCCP embeds a CCP.
 */
export function createAgentApp(initCCP: (container: Element, options: InitCcpOptions) => void) {
  return {
    /**
     * Embeds an app.
     * @param name `ccp`.
     * @param container the element for its frame, or that element's id.
     * @param url address of the app.
     * @param options `ccpParams`: options of `initCCP`; `style`: that of the frame.
     * @throws ValueError without such an element, or if the address is none; NotImplementedError for any other app.
     */
    initApp(name: string, container: Element | string, url: string, options: AgentAppOptions = {}): void {
      if (name !== 'ccp') {
        throw new NotImplementedError('agentApp.initApp("%s", …): the only app that can be embedded is "ccp".', name);
      }
      const element = typeof container === 'string' ? document.getElementById(container) : container;
      if (!element) throw new ValueError('agentApp.initApp: there is no element with the id "%s"', container);
      const address = assertNotNull(checkedAddress('agentApp.initApp, url', url, document.baseURI), 'url').trim();
      const endpoint = address.endsWith('/') || address.includes('?') ? address : `${address}/`;
      initCCP(element, ccpOptions(endpoint, options));
    },
  };
}

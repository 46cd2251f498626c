// connect.agentApp: Amazon's own apps beside a CCP, and the CCP as one of them. docs/protocol.md, section 9.6.
import { uuid } from '../conduit/uuid.js';
import { checkedAddress } from '../embedding/addresses.js';
import type { InitCcpOptions } from '../embedding/options.js';
import { assertNotNull, ValueError } from '../errors/errors.js';
import type { EventCallback } from '../events/event-bus.js';
import { ContactEvents, getContactEventName } from '../events/event-names.js';
import type { Contact } from './contact.js';
import { type AppNews, EmbeddedApp } from './embedded-app.js';
import { ConnectionType } from './enums.js';

/** How a guide is ended. */
export interface TerminateCustomViewOptions {
  /** False: the frame stays. */
  readonly resolveIframe?: boolean;
  /** Milliseconds until the frame goes. 5000 if left out. */
  readonly timeout?: number;
  /** False: the frame can be seen until then. */
  readonly hideIframe?: boolean;
}

/** What a guide is about. */
export interface CustomViewsParams {
  /** Its contact, or that one's id. */
  readonly contact?: Contact | string;
  readonly contactFlowId?: string;
  /** Tells it from other guides on the page. */
  readonly iframeSuffix?: string;
  /** False: a guide of its own, though there is one of the same contact. */
  readonly deduplicate?: boolean;
  /** True: it is not ended with its contact. */
  readonly disableAutoDestroy?: boolean;
  readonly terminateCustomViewOptions?: TerminateCustomViewOptions;
}

/** What an app is embedded with. */
export interface AgentAppOptions {
  /** For `ccp`: options of `initCCP` that differ from those of an app. */
  readonly ccpParams?: Partial<InitCcpOptions>;
  /** For `customviews`: what the guide is about. */
  readonly customViewsParams?: CustomViewsParams;
  /** CSS of the frame. */
  readonly style?: string;
  /** Called each time that an app has loaded; not for `ccp`. */
  readonly onLoad?: () => void;
}

/** What the apps need of their runtime. */
export interface AgentAppParts {
  initCCP(container: Element, options: InitCcpOptions): void;
  contact(contactId: string): Contact;
  on(eventName: string, callback: EventCallback): { unsubscribe(): void };
  /** What the CCP has told so far. */
  news(): readonly AppNews[];
  /** Signs the agent out. */
  logout(): Promise<void>;
  warn(message: string, ...args: readonly unknown[]): void;
}

/** Milliseconds that the CCP has for its first answer, if the page does not say. */
const LOAD_TIMEOUT = 10_000;

/** Milliseconds that a guide has to end what it does. */
const END_TIMEOUT = 5_000;

const CCP = 'ccp';
const GUIDE = 'customviews';

/** Options of a CCP as an app. What a page gives takes the place of each. */
function ccpOptions(url: string, { ccpParams, style }: AgentAppOptions): InitCcpOptions {
  const base = url.split('/ccp-v2')[0].replace(/\/$/, '');
  return {
    ccpUrl: url,
    ccpLoadTimeout: LOAD_TIMEOUT,
    loginPopup: true,
    loginUrl: `${base}/login`,
    softphone: {
      allowFramedSoftphone: true,
      disableRingtone: false,
      allowFramedVideoCall: true,
      allowFramedScreenSharing: true,
      allowFramedScreenSharingPopUp: false,
    },
    ...(style && { style }),
    ...ccpParams,
  };
}

/** Makes `connect.agentApp` for one runtime, with what ends it and tells it. */
export function createAgentApp(parts: AgentAppParts) {
  const apps = new Map<string, EmbeddedApp>();
  /** What ends with each app. */
  const endings = new Map<string, () => void>();
  let hasCcp = false;

  function embed(id: string, src: string, container: Element, { style, onLoad }: AgentAppOptions): EmbeddedApp {
    if (apps.has(id)) {
      throw new ValueError('There is an app "%s" already: give another iframeSuffix, or stop that one first.', id);
    }
    const app = new EmbeddedApp({ id, src, style, container, news: parts.news, onLoad });
    apps.set(id, app);
    return app;
  }

  function embedGuide(url: string, container: Element, options: AgentAppOptions): void {
    const { contact, contactFlowId, iframeSuffix = '', deduplicate = true, ...rest } = options.customViewsParams ?? {};
    const about = typeof contact === 'string' ? parts.contact(contact) : contact;
    const id = GUIDE + iframeSuffix;
    const agent = about?.getConnections().find((connection) => connection.getType() === ConnectionType.AGENT);
    const kind = about?.getState().type.toUpperCase() ?? 'DEFAULT';
    const src = new URL(url, document.baseURI);
    const query = {
      agentAppTabId: `${uuid()}-tab`,
      contactFlowId,
      currentContactId: about?.getContactId(),
      agentConnectionId: agent?.getConnectionId(),
      duplicateCustomViewsAppId: deduplicate ? kind : 'ADHOC',
    };
    for (const [name, value] of Object.entries(query)) if (value !== undefined) src.searchParams.set(name, value);
    embed(id, src.href, container, options);
    // The documents promise it of a contact that is given as such; who gives an id ends the guide themselves.
    if (!about || typeof contact === 'string' || rest.disableAutoDestroy) return;
    const gone = getContactEventName(ContactEvents.DESTROYED, about.getContactId());
    const { unsubscribe } = parts.on(gone, () => endGuide(url, iframeSuffix, rest.terminateCustomViewOptions));
    endings.set(id, unsubscribe);
  }

  function stop(id: string): void {
    endings.get(id)?.();
    endings.delete(id);
    apps.get(id)?.stop();
    apps.delete(id);
  }

  function endGuide(
    _url: string,
    iframeSuffix = '',
    { resolveIframe = true, timeout = END_TIMEOUT, hideIframe = true }: TerminateCustomViewOptions = {},
  ): void {
    const id = GUIDE + iframeSuffix;
    const app = apps.get(id);
    if (!app) return parts.warn('terminateCustomView: there is no guide "%s".', id);
    app.endLife();
    endings.get(id)?.();
    if (hideIframe) app.frame.style.display = 'none';
    if (!resolveIframe) return;
    const timer = setTimeout(() => {
      if (apps.get(id) === app) stop(id);
    }, timeout);
    endings.set(id, () => clearTimeout(timer));
  }

  const agentApp = {
    /**
     * Embeds an app.
     * @param name `ccp`, `customerprofiles`, `wisdom`, `customviews`, or another.
     * @param container the element for its frame, or that element's id.
     * @param url address of the app.
     * @param options those of the frame, and of the app.
     * @throws ValueError without such an element or address, and where the app is there already. Streams documentation, "connect.agentApp.initApp()".
     */
    initApp(name: string, container: Element | string, url: string, options: AgentAppOptions = {}): void {
      if (typeof name !== 'string' || !name) throw new ValueError('agentApp.initApp: name must be that of an app');
      const element = typeof container === 'string' ? document.getElementById(container) : container;
      if (!element) throw new ValueError('agentApp.initApp: there is no element with the id "%s"', container);
      const address = assertNotNull(checkedAddress('agentApp.initApp, url', url, document.baseURI), 'url').trim();
      const endpoint = address.endsWith('/') || address.includes('?') ? address : `${address}/`;
      if (name === CCP) {
        parts.initCCP(element, ccpOptions(endpoint, options));
        hasCcp = true;
      } else if (name === GUIDE) embedGuide(endpoint, element, options);
      else embed(name, endpoint, element, options);
    },

    /**
     * Ends an app.
     * @param name as it was embedded; of a guide, with its suffix.
     * @returns for `ccp`, whose agent is signed out, a promise of true, which rejects if that fails; for the others nothing.
     *   Streams documentation, "connect.agentApp.stopApp()".
     */
    stopApp(name: string): Promise<true> | undefined {
      if (name === CCP && hasCcp) {
        hasCcp = false;
        return parts.logout().then(() => true as const);
      }
      stop(name);
      return undefined;
    },
  };

  return {
    agentApp,
    /** Ends a guide: it is told, hidden, and goes after a time. Streams documentation, "connect.core.terminateCustomView()". */
    terminateCustomView: endGuide,
    /** Tells every app what the CCP has told. */
    tell(news: AppNews): void {
      for (const app of apps.values()) app.tell(news);
    },
    /** Ends all of them. Guides are told, and have their time to end what they do: a frame that goes at once hears nothing. */
    stopAll(): void {
      for (const [id, app] of [...apps]) {
        if (!id.startsWith(GUIDE)) {
          stop(id);
          continue;
        }
        endings.get(id)?.();
        endings.delete(id);
        apps.delete(id);
        app.endLife();
        app.frame.style.display = 'none';
        setTimeout(() => app.stop(), END_TIMEOUT);
      }
      hasCcp = false;
    },
  };
}

// The page that asks for storage access, as the real CCP has one: it talks to the embedding page, then goes on to the CCP.
import { isEnvelope, isRecord } from '../../conduit/wire.js';
import { StorageAccessEvents } from '../../events/event-names.js';
import { drawStorageRequest } from '../ui/sign-in.js';

/** What an embedding page puts after the CCP's address to have this page. docs/protocol.md, section 2.8. */
const REQUEST_PAGE = '/request-storage-access';

/** The CCP's address if this page is asked for, else null. */
export function addressBehindRequest(href: string): string | null {
  return href.endsWith(REQUEST_PAGE) ? href.slice(0, -REQUEST_PAGE.length) : null;
}

/** True if the page may use its cookies, or gets them without a click because it has been allowed before. */
async function hasAccess(document: Document): Promise<boolean> {
  if (!('hasStorageAccess' in document) || (await document.hasStorageAccess())) return true;
  try {
    const { state } = await navigator.permissions.query({ name: 'storage-access' });
    if (state !== 'granted') return false;
    await document.requestStorageAccess();
    return true;
  } catch {
    return false;
  }
}

/** Where to go on: to the address that the embedding page names, but never to another origin. */
function landing(named: unknown, ccpUrl: string): string {
  const own = new URL(ccpUrl);
  const url = new URL(typeof named === 'string' ? named : '', own);
  // An embedding page that names the path alone would lose the query, which says which instance this is.
  const isBare = url.pathname === own.pathname && url.search === '';
  return url.origin !== own.origin || isBare ? ccpUrl : url.href;
}

/**
 * Answers the first embedding page that asks, at its origin alone.
 * @param root where words and button go.
 * @param ccpUrl the CCP's address.
 */
export function askForStorageAccess(root: HTMLElement, ccpUrl: string): void {
  if (window.parent === window) return location.replace(ccpUrl);
  let isAsked = false;

  const answer = async (origin: string, data: unknown): Promise<void> => {
    const say = (event: string, payload?: unknown) => window.parent.postMessage({ event, data: payload }, origin);
    const goOn = (): void => {
      say(StorageAccessEvents.GRANTED);
      location.replace(landing(isRecord(data) ? data.landat : undefined, ccpUrl));
    };
    const access = await hasAccess(document);
    say(StorageAccessEvents.INIT, { hasAccess: access });
    if (access) return goOn();
    const draw = (isDenied: boolean): void =>
      drawStorageRequest(root, isDenied, () => {
        document.requestStorageAccess().then(goOn, () => {
          say(StorageAccessEvents.DENIED);
          draw(true);
        });
      });
    draw(false);
  };

  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (isAsked || source !== window.parent || origin === 'null' || !isEnvelope(data)) return;
    if (data.event !== StorageAccessEvents.REQUEST) return;
    isAsked = true;
    void answer(origin, data.data);
  });
}

// Storage access: a page of the CCP asks the agent for its cookies where the browser blocks them. docs/protocol.md, section 2.8.
import { isAmazonOrigin } from '../conduit/amazon-hosts.js';
import { sendable } from '../conduit/sendable.js';
import { StorageAccessEvents } from '../events/event-names.js';
import type { SignInOptions } from './sign-in-options.js';
import { serviceUrl } from './service-url.js';

/** Where the CCP goes on once it has its cookies, if `ccpUrl` is not its own address. */
const DEFAULT_PATH = '/connect/ccp-v2';

const REQUEST_PAGE = '/request-storage-access';

/** The page that asks, and what it is told. */
export interface StorageRequest {
  /** Address of the page. */
  readonly url: string;
  /** Tells the page in a frame what to do; one of another origin hears nothing. */
  send(frame: HTMLIFrameElement): void;
}

/**
 * What is to be asked, or null if nothing is.
 * @param options those of `initCCP`.
 * @param base address of the page, for addresses relative to it.
 */
export function storageRequest(options: SignInOptions, base: string): StorageRequest | null {
  const { ccpUrl, instanceUrl, storageAccess } = options;
  if (String(storageAccess?.canRequest) !== 'true') return null;
  const { href, origin } = new URL(instanceUrl ?? ccpUrl, base);
  const ccp = new URL(ccpUrl, base);
  // With the query, which amazon-connect-streams loses.
  const landat = ccp.origin === origin ? ccp.pathname + ccp.search : DEFAULT_PATH;
  const message = { event: StorageAccessEvents.REQUEST, data: sendable({ ...storageAccess, landat }) };
  return {
    url: isAmazonOrigin(origin) ? serviceUrl(origin, REQUEST_PAGE) : href + REQUEST_PAGE,
    send: (frame) => frame.contentWindow?.postMessage(message, origin),
  };
}

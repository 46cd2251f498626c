// What the page has once, whatever the number of copies of the library on it: its default runtime, and `globalConnect`.
import type { Connect } from './connect.js';
import { createGlobalConnect, type GlobalConnect } from './resiliency/global-connect.js';
import { createResilientConnect, type ResilientConnect } from './resiliency/resilient-connect.js';
import { SHARED_MAJOR } from './version.js';

/** What copies of the library on one page share. Only the documented API is called across copies. */
interface Shared {
  readonly major: number;
  readonly connect: Connect;
}

const SLOT = /*#__PURE__*/ Symbol.for('connect-ccp-elements');
const GLOBAL = /*#__PURE__*/ Symbol.for('globalConnect');

/**
 * The page's default runtime: what the first copy of this major version has made. A copy that finds another major version
 * leaves it, says so once and keeps its own. Outside a page, as on a server, nothing is shared and nothing is set.
 * @param create makes one.
 */
export function defaultConnect<Made extends Connect>(create: () => Made): Made {
  const page = globalThis as { [SLOT]?: Shared };
  const isPage = typeof document !== 'undefined';
  const present = isPage ? page[SLOT] : undefined;
  if (present?.major === SHARED_MAJOR) return present.connect as Made;
  const connect = create();
  if (present) {
    const message =
      'Another major version of connect-ccp-elements is on this page (%d, this is %d): they share no CCP.';
    connect.getLog().warn(message, present.major, SHARED_MAJOR);
  } else if (isPage) {
    Object.defineProperty(page, SLOT, { value: Object.freeze({ major: SHARED_MAJOR, connect }) });
  }
  return connect;
}

/**
 * The page's `globalConnect`, which lies on its default runtime: so a script without two regions holds nothing of them.
 * @param connect that runtime.
 */
export function defaultGlobalConnect(connect: Connect & { [GLOBAL]?: GlobalConnect }): GlobalConnect {
  return (connect[GLOBAL] ??= createGlobalConnect());
}

/** The page's default runtime, shared by all copies of the library on the page. */
export const connect: ResilientConnect = /*#__PURE__*/ defaultConnect(createResilientConnect);

/** Embeds two regions and follows the active one. Global Resiliency documentation. */
export const globalConnect: GlobalConnect = /*#__PURE__*/ defaultGlobalConnect(connect);

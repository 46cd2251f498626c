// What the page has once, whatever the number of copies of the library on it: its default runtime, and `globalConnect`.
import { type Connect, createConnect } from './connect.js';
import { createGlobalConnect, type GlobalConnect } from './resiliency/global-connect.js';
import { SHARED_MAJOR } from './version.js';

/** What copies of the library on one page share. Only the documented API is called across copies. */
interface Shared {
  readonly major: number;
  readonly connect: Connect;
}

const SLOT = /*#__PURE__*/ Symbol.for('connect-ccp-elements');
const GLOBAL_SLOT = /*#__PURE__*/ Symbol.for('connect-ccp-elements.globalConnect');

/** What copies share beside it; a place of its own, so that a script without two regions holds nothing of them. */
interface SharedGlobal {
  readonly major: number;
  readonly globalConnect: GlobalConnect;
}

/**
 * What is in a slot of the page: what the first copy of this major version has made. A copy that finds another major
 * version there leaves it and keeps its own. Outside a page, as on a server, nothing is shared and nothing is set.
 */
function shared<Content extends { readonly major: number }>(
  slot: symbol,
  make: () => Content,
  foreign: (mine: Content, major: number) => void = () => {},
): Content {
  if (typeof document === 'undefined') return make();
  const present = (globalThis as { [key: symbol]: Content | undefined })[slot];
  if (present?.major === SHARED_MAJOR) return present;
  const mine = Object.freeze(make());
  if (present) foreign(mine, present.major);
  else Object.defineProperty(globalThis, slot, { value: mine, enumerable: false });
  return mine;
}

/** The page's default runtime. Says so once if there is one of another major version, with which no CCP is shared. */
export function defaultConnect(): Connect {
  const make = (): Shared => ({ major: SHARED_MAJOR, connect: createConnect() });
  return shared(SLOT, make, ({ connect }, major) => {
    const message =
      'Another major version of connect-ccp-elements is on this page (%d, this is %d): they share no CCP.';
    connect.getLog().warn(message, major, SHARED_MAJOR);
  }).connect;
}

/** The page's `globalConnect`. */
export function defaultGlobalConnect(): GlobalConnect {
  const make = (): SharedGlobal => ({ major: SHARED_MAJOR, globalConnect: createGlobalConnect() });
  return shared(GLOBAL_SLOT, make).globalConnect;
}

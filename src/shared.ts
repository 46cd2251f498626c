// The page's default runtime: one for all copies of the library on the page.
import { type Connect, createConnect } from './connect.js';
import { SHARED_MAJOR } from './version.js';

/** What copies of the library on one page share. Only the documented API of `connect` is called across copies. */
interface SharedSlot {
  readonly major: number;
  readonly connect: Connect;
}

const SLOT = /*#__PURE__*/ Symbol.for('connect-ccp-elements');

/**
 * The page's default runtime: that of the first copy of this major version, made and put into the page's slot if there is
 * none. A copy that finds another major version there leaves it, says so once, and keeps a runtime of its own. Outside a
 * page, as on a server, nothing is shared and nothing is set.
 */
export function defaultConnect(): Connect {
  if (typeof document === 'undefined') return createConnect();
  const page = globalThis as { [SLOT]?: SharedSlot };
  const slot = page[SLOT];
  if (slot?.major === SHARED_MAJOR) return slot.connect;
  const connect = createConnect();
  if (slot) {
    const message =
      'Another major version of connect-ccp-elements is on this page (%d, this is %d): they share no CCP.';
    connect.getLog().warn(message, slot.major, SHARED_MAJOR);
    return connect;
  }
  const mine: SharedSlot = Object.freeze({ major: SHARED_MAJOR, connect });
  Object.defineProperty(globalThis, SLOT, { value: mine, enumerable: false });
  return connect;
}

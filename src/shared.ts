// What the page has once, whatever the number of copies of the library on it: its default runtime, and `globalConnect`.
import { type Connect, createConnect } from './connect.js';
import { createGlobalConnect, type GlobalConnect } from './resiliency/global-connect.js';
import { SHARED_MAJOR } from './version.js';

/** What copies of the library on one page share. Only the documented API is called across copies. */
interface SharedSlot {
  readonly major: number;
  readonly connect: Connect;
  readonly globalConnect: GlobalConnect;
}

const SLOT = /*#__PURE__*/ Symbol.for('connect-ccp-elements');

const newSlot = (): SharedSlot =>
  Object.freeze({ major: SHARED_MAJOR, connect: createConnect(), globalConnect: createGlobalConnect() });

/**
 * What the page has: that of the first copy of this major version, made and put into the page's slot if there is none. A
 * copy that finds another major version there leaves it, says so once, and keeps its own. Outside a page, as on a server,
 * nothing is shared and nothing is set.
 */
export function pageDefaults(): SharedSlot {
  if (typeof document === 'undefined') return newSlot();
  const page = globalThis as { [SLOT]?: SharedSlot };
  const slot = page[SLOT];
  if (slot?.major === SHARED_MAJOR) return slot;
  const mine = newSlot();
  if (slot) {
    const message =
      'Another major version of connect-ccp-elements is on this page (%d, this is %d): they share no CCP.';
    mine.connect.getLog().warn(message, slot.major, SHARED_MAJOR);
    return mine;
  }
  Object.defineProperty(globalThis, SLOT, { value: mine, enumerable: false });
  return mine;
}

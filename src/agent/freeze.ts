// Freezing of service data at the moment when somebody first gets hold of them.
import { isRecord } from '../conduit/wire.js';

/** Stands for a list that the service leaves out. */
export const NONE: readonly never[] = /*#__PURE__*/ Object.freeze([]);

/**
 * Freezes a value and everything in it, once: what is frozen already is taken as frozen throughout, which also ends circles.
 * Bytes cannot be frozen. Done when data are handed out, not when they arrive, because most are never asked for.
 * @returns the same value.
 */
export function frozen<T>(value: T): T {
  if (!isRecord(value) || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  for (const member of Object.values(Object.freeze(value))) frozen(member);
  return value;
}

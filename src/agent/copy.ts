// Copies of service data for callers of the API: they may sort, splice and write into what they are given.
import { isRecord } from '../conduit/wire.js';

/**
 * A copy of a value and of everything in it, so that whoever gets it may write into it and nothing that is kept changes. Plain
 * objects, lists and dates are copied, which is all that the service sends; bytes and functions are given as they are.
 * @param value what is kept.
 * @returns the copy; circles in the value are circles in the copy.
 */
export function copied<T>(value: T): T {
  return copyWith(value, new Map()) as T;
}

function copyWith(value: unknown, done: Map<object, object>): unknown {
  if (!isRecord(value)) return value;
  const before = done.get(value);
  if (before) return before;
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    done.set(value, list);
    for (const member of value) list.push(copyWith(member, done));
    return list;
  }
  if (ArrayBuffer.isView(value)) return value;
  const copy: Record<string, unknown> = {};
  done.set(value, copy);
  for (const key of Object.keys(value)) copy[key] = copyWith(value[key], done);
  return copy;
}

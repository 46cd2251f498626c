// Plain data: compared, frozen, and kept where they have not changed.

/** Equality of plain data, member by member. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => sameData((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

/** Freezes plain data and everything in them. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/** The old list if both have the same members, else the new one: a list that did not change stays the same object. */
export function sameOr<T>(old: readonly T[], now: readonly T[]): readonly T[] {
  return old.length === now.length && old.every((member, index) => member === now[index]) ? old : now;
}

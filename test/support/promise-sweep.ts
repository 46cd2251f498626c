// Calls whatever an object has, with whatever may be given: for the tests that each promise comes to an end.

/** What is given in place of anything. */
export const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'text',
  '1000',
  NaN,
  Infinity,
  -1,
  0,
  1e10,
  1n,
  true,
  {},
  [],
  Symbol('odd'),
  () => {},
];

/** The names of all methods of an object, of its classes too as far as a prototype that is not ours. */
export function methodsOf(object: object, upTo: object, isLeftOut: (name: string) => boolean): string[] {
  const names = new Set<string>();
  for (let at: object | null = object; at && at !== upTo; at = Object.getPrototypeOf(at) as object | null) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value === 'function' && !isLeftOut(name)) names.add(name);
    }
  }
  return [...names];
}

export const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** Calls a method. What it throws at once is an end too. */
export function call(object: object, name: string, args: readonly unknown[]): unknown {
  try {
    return (object as Record<string, (...given: readonly unknown[]) => unknown>)[name](...args);
  } catch {
    return undefined;
  }
}

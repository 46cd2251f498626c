// What a value says, whoever has made it: settings that frameworks write anew at each render are compared by it.

/** In place of each function: which one it is does not matter, since the newest is called. */
const FUNCTION = 'ƒ';

/**
 * A value as text: the same for values with the same content, and another one for any other. Absent members, `undefined` and `null`
 * are the same thing, as they are to those who read settings.
 * @param value of any kind; lists, maps, dates, addresses, and objects that contain themselves included.
 */
export function contentOf(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, around: readonly object[]): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'function') return FUNCTION;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return `${typeof value} ${value}`;
  if (typeof value !== 'object') return 'symbol';
  // One that contains itself: how far around the one is that is meant.
  const depth = around.indexOf(value);
  if (depth >= 0) return `^${around.length - depth}`;
  const within = [...around, value];
  if (Array.isArray(value)) return `[${value.map((member) => write(member, within)).join()}]`;
  if (value instanceof Map || value instanceof Set) return `${value.constructor.name}${write([...value], within)}`;
  const members = Object.entries(value)
    .map(([name, member]) => [name, write(member, within)] as const)
    .filter(([, text]) => text !== 'null')
    .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
    .sort();
  return `${kindOf(value)}{${members.join()}}`;
}

/** What an object says beside its members: nothing if it is a plain one. */
function kindOf(value: object): string {
  if (isPlain(value)) return '';
  const text = value instanceof Date ? value.getTime() : value instanceof URL ? value.href : '';
  const { constructor } = value as { readonly constructor?: { readonly name?: string } };
  return JSON.stringify(`${constructor?.name} ${text}`);
}

/** The members on the way to a function. */
type Path = readonly string[];

function at(value: unknown, path: Path): unknown {
  return path.reduce((member, name) => (member as Record<string, unknown> | null | undefined)?.[name], value);
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [null, Object.prototype].includes(Object.getPrototypeOf(value) as null);

/**
 * Settings whose functions call those that stand in the same place of the newest settings, so that a function which a framework
 * makes anew at each render sees what it saw last.
 * @param settings what to copy; what is neither a list nor a plain object is taken over as it is.
 * @param newest gives the newest settings. Where they have no function, that of `settings` is called.
 */
export function withNewestFunctions<T extends object>(settings: T, newest: () => unknown): T {
  const copies = new Map<object, object>();
  const copy = (value: unknown, path: Path): unknown => {
    if (typeof value === 'function') {
      return (...args: readonly unknown[]): unknown => {
        const around = newest();
        const now = at(around, path);
        const [call, self] =
          typeof now === 'function' ? [now, at(around, path.slice(0, -1))] : [value, at(settings, path.slice(0, -1))];
        return Reflect.apply(call, self, args);
      };
    }
    if (!Array.isArray(value) && !isPlain(value)) return value;
    const known = copies.get(value);
    if (known) return known;
    const result = (Array.isArray(value) ? [] : {}) as Record<string, unknown>;
    copies.set(value, result);
    for (const [name, member] of Object.entries(value)) result[name] = copy(member, [...path, name]);
    return result;
  };
  return copy(settings, []) as T;
}

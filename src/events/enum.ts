// Enum objects: constant, frozen, with a type that knows each key and its value.

type Values<Keys extends string> = { readonly [Key in Keys]: Lowercase<Key> };
type Namespaced<Prefix extends string, Keys extends string> = {
  readonly [Key in Keys]: `${Prefix}::${Lowercase<Key>}`;
};

/**
 * An enum whose values are its keys in lower case.
 * @param keys the keys, in upper case.
 */
export function named<const Keys extends readonly string[]>(keys: Keys): Values<Keys[number]> {
  return Object.freeze(Object.fromEntries(keys.map((key) => [key, key.toLowerCase()]))) as Values<Keys[number]>;
}

/**
 * An enum whose values are `<prefix>::<key in lower case>`.
 * @param prefix the namespace of the values.
 * @param keys the keys, in upper case.
 */
export function namespaced<const Prefix extends string, const Keys extends readonly string[]>(
  prefix: Prefix,
  keys: Keys,
): Namespaced<Prefix, Keys[number]> {
  const names = keys.map((key) => [key, `${prefix}::${key.toLowerCase()}`]);
  return Object.freeze(Object.fromEntries(names)) as Namespaced<Prefix, Keys[number]>;
}

/**
 * An enum of the members of two others.
 * @param first its first members.
 * @param second those after them.
 */
export function joined<const First extends object, const Second extends object>(
  first: First,
  second: Second,
): First & Second {
  return Object.freeze({ ...first, ...second });
}

/** The value type of an enum object. */
export type ValueOf<T> = T[keyof T];

/** True where a new word begins: a capital after a small letter. */
type BeginsWord<Before extends string, Letter extends string> =
  Before extends Uppercase<Before> ? false : Letter extends Lowercase<Letter> ? false : true;

/** The key that a value gets. */
type KeyOf<Value extends string, Before extends string = ''> = Value extends `${infer Letter}${infer Rest}`
  ? `${BeginsWord<Before, Letter> extends true ? '_' : ''}${Uppercase<Letter>}${KeyOf<Rest, Letter>}`
  : '';

/** The key that a value gets: each run of lower case in upper case, joined by `_`. docs/protocol.md, section 1.6. */
const keyOf = (value: string): string => value.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

/**
 * An enum with the keys of {@link makeEnum} whose values are `<prefix><delimiter><value>`.
 * @param prefix the namespace of the values.
 * @param values the values without it.
 * @param delimiter what stands between.
 */
export function makeGenericNamespacedEnum(
  prefix: string,
  values: readonly string[],
  delimiter: string,
): Readonly<Record<string, string>> {
  return Object.freeze(Object.fromEntries(values.map((value) => [keyOf(value), prefix + delimiter + value])));
}

/**
 * An enum with the keys of {@link makeEnum} whose values are `<prefix>::<value>`.
 * @param prefix the namespace of the values.
 * @param values the values without it.
 */
export const makeNamespacedEnum = (prefix: string, values: readonly string[]): Readonly<Record<string, string>> =>
  makeGenericNamespacedEnum(prefix, values, '::');

/**
 * Makes an enum object out of its values: `AfterCallWork` becomes the key `AFTER_CALL_WORK`. docs/protocol.md, section 1.6.
 * @param values the values.
 */
export function makeEnum<const Values extends readonly string[]>(
  values: Values,
): { readonly [Value in Values[number] as KeyOf<Value>]: Value } {
  const members = values.map((value) => [keyOf(value), value]);
  return Object.freeze(Object.fromEntries(members)) as ReturnType<typeof makeEnum<Values>>;
}

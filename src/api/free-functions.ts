// The functions that stand on the namespace by themselves: small tools of amazon-connect-streams that existing code and add-ons
// such as TaskJS call.
import { assertNotNull, ValueError } from '../errors/errors.js';
import { makeEnum, makeGenericNamespacedEnum, makeNamespacedEnum } from '../events/enum.js';

type Bag = Readonly<Record<string, unknown>>;

/** The browsers that can be asked for, by what their user agents say. */
const BROWSERS = { Chrome: 'Chrome', Firefox: 'Firefox', Opera: 'Opera', Edge: 'Edg' } as const;

const isBrowser = (name: keyof typeof BROWSERS): boolean => navigator.userAgent.includes(BROWSERS[name]);

/** Main version of a browser as a number, or null if it is another one. */
function versionOf(name: keyof typeof BROWSERS): number | null {
  const version = new RegExp(`${BROWSERS[name]}/(\\d+)`).exec(navigator.userAgent)?.[1];
  return version === undefined ? null : Number(version);
}

/** What stands on every namespace. */
export const freeFunctions = {
  makeEnum,
  makeNamespacedEnum,
  makeGenericNamespacedEnum,

  /** True for a function. */
  isFunction: (value: unknown): boolean => typeof value === 'function',

  /** True for a list, of whatever window. */
  isArray: (value: unknown): boolean => Array.isArray(value),

  /**
   * The names in a map.
   * @throws ValueError without a map.
   */
  keys: (map: Bag): string[] => Object.keys(assertNotNull(map, 'map')),

  /**
   * The values in a map.
   * @throws ValueError without a map.
   */
  values: (map: Bag): unknown[] => Object.values(assertNotNull(map, 'map')),

  /** The members of a map as `{key, value}`; none without a map. */
  entries: (map: Bag | null | undefined): { key: string; value: unknown }[] =>
    Object.entries(map ?? {}).map(([key, value]) => ({ key, value })),

  /** One map of several; later ones win. */
  merge: (...maps: readonly (object | null | undefined)[]): Record<string, unknown> =>
    Object.assign({}, ...maps) as Record<string, unknown>,

  /**
   * Puts a name before whatever the page writes on its console from now on: `[name] …`. More than once puts more than one.
   * @param name the name.
   */
  addNamespaceToLogs(name: string): void {
    const before = `[${String(name)}]`; // at once: nothing that the page gives may throw from its console later
    for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const) {
      const write = console[method].bind(console);
      console[method] = (...said: unknown[]) => write(before, ...said);
    }
  },

  /** Now, in epoch milliseconds. */
  now: (): number => Date.now(),

  /** The first member of a list that meets a condition, or null. */
  find: <Member>(list: readonly Member[], meets: (member: Member) => unknown): Member | null =>
    list.find((member) => meets(member)) ?? null,

  /** True if a list has a member, or an object has a member of that name. */
  contains: (where: readonly unknown[] | object, what: unknown): boolean =>
    Array.isArray(where) ? where.includes(what) : String(what) in where,

  /** True if a list or an object has a member of that value. */
  containsValue: (where: readonly unknown[] | object, what: unknown): boolean => Object.values(where).includes(what),

  /** A map of the members of a list, by what `key` makes of each. */
  index: <Member>(list: readonly Member[], key: (member: Member) => string | number): Record<string, Member> =>
    Object.fromEntries(list.map((member) => [key(member), member])),

  /** A map in which each member of a list stands for 1. */
  set: (list: readonly (string | number)[]): Record<string, 1> => Object.fromEntries(list.map((member) => [member, 1])),

  /** The members of one map whose names the other one lacks. */
  relativeComplement: (of: Bag, without: Bag): Record<string, unknown> =>
    Object.fromEntries(Object.entries(of).filter(([key]) => !(key in without))),

  /**
   * Throws unless something holds.
   * @throws ValueError with the message.
   */
  assertTrue(holds: unknown, message: string): void {
    if (!holds) throw new ValueError('%s', message);
  },

  assertNotNull,

  /** A copy of plain data. */
  deepcopy: <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value,

  /** Where the page comes from: protocol, host and port. */
  getBaseUrl: (): string => location.origin,

  /** An address without a protocol, with that of the page. */
  getUrlWithProtocol: (url: string): string => `${location.protocol}//${url}`,

  /** True in a frame. */
  isFramed: (): boolean => window.self !== window.top,

  /** True here: this is the page that embeds a CCP. */
  isCRM: (): boolean => true,

  /** False here: this is no CCP page. */
  isCCP: (): boolean => false,

  /** False here: this is no shared worker. */
  isSharedWorker: (): boolean => false,

  isChromeBrowser: (): boolean => isBrowser('Chrome'),
  isFirefoxBrowser: (): boolean => isBrowser('Firefox'),
  isOperaBrowser: (): boolean => isBrowser('Opera'),
  isEdgeBrowser: (): boolean => isBrowser('Edge'),
  getChromeBrowserVersion: (): number | null => versionOf('Chrome'),
  getFirefoxBrowserVersion: (): number | null => versionOf('Firefox'),
  getOperaBrowserVersion: (): number | null => versionOf('Opera'),

  /** The region in an ARN. */
  _parseRegionFromArn: (arn: string): string | undefined => String(arn).split(':')[3],
};

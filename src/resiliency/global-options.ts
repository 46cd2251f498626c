// The options of `globalConnect.core.initCCP`: their types and checks, and what each region is given. Global Resiliency documentation; docs/protocol.md, section 10.1.
import type { Connect } from '../connect.js';
import { assertFunction, assertNotNull } from '../errors/errors.js';
import { checkedAddress } from '../embedding/addresses.js';
import { checkedOptions, type InitCcpOptions } from '../embedding/options.js';

/** The other region of the pair. */
export interface StandByRegion {
  ccpUrl: string;
  region: string;
  /** Required with `pollForFailover`. */
  instanceArn?: string;
}

/**
 * Begins. Without `pollForFailover` it has to name the active region.
 * @returns a promise of the active region's API, once its CCP has answered and before its first data are read; it rejects with a
 *   StateError if the page ends the regions before that.
 */
export type BeginRegions = (primaryRegion?: string | null) => Promise<Connect>;

/** Options of `globalConnect.core.initCCP`: those of `connect.core.initCCP`, and these. */
export interface GlobalInitOptions extends InitCcpOptions {
  region: string;
  standByRegion: StandByRegion;
  /** Called at once, with a function that begins and one that gives up. */
  getPrimaryRegion(begin: BeginRegions, fail: (callback?: (error?: unknown) => void) => void): void;
  /**
   * Scripts for each region, run in this order before its frame is made. As long as one runs it finds its region in
   * `window.connect`; what it does later finds the active one there.
   */
  additionalScripts?: readonly string[];
}

/**
 * Checks what `globalConnect.core.initCCP` was given.
 * @returns a copy of the options.
 * @throws ValueError in the documented words, or if an address of either region or of a script is none.
 */
export function checkedGlobalOptions(container: unknown, options: GlobalInitOptions): GlobalInitOptions {
  assertNotNull(container, 'containerDiv');
  assertNotNull(options, 'params');
  assertFunction(options.getPrimaryRegion, 'getPrimaryRegion');
  const { standByRegion, pollForFailover } = options;
  assertNotNull(standByRegion, 'ccpBackupResource');
  for (const { ccpUrl, region } of [options, standByRegion]) {
    assertNotNull(ccpUrl, 'ccpUrl');
    assertNotNull(region, 'region');
  }
  if (pollForFailover) {
    assertNotNull(options.loginUrl, 'loginUrl');
    assertNotNull(options.instanceArn, 'primary ARN');
    assertNotNull(standByRegion.instanceArn, 'backup ARN');
  }
  const { baseURI } = document;
  const checkScript = (url: unknown, index: number) =>
    assertNotNull(checkedAddress(`params.additionalScripts[${index}]`, url, baseURI, 'script'), 'An additional script');
  return {
    ...options,
    ...checkedOptions(options, baseURI),
    standByRegion: { ...standByRegion, ...checkedOptions(standByRegion, baseURI, 'params.standByRegion.') },
    additionalScripts: options.additionalScripts?.map(checkScript),
  };
}

/**
 * What `connect.core.initCCP` is given for each region. Only the first one opens the sign-in window: both have the same. What names
 * the first instance, and its question for its cookies, which nobody would see in the hidden panel, are not those of the second.
 * @param options as given.
 * @param isActive tells whether a region is the active one.
 */
export function optionsByRegion(
  options: GlobalInitOptions,
  isActive: (region: string) => boolean,
): Record<string, InitCcpOptions> {
  // The last two are not for a single CCP.
  const { standByRegion, getPrimaryRegion, additionalScripts, ...first } = options;
  const ofFirst = { instanceArn: undefined, instanceUrl: undefined, storageAccess: undefined };
  const second = { ...first, ...ofFirst, ...standByRegion, loginPopup: false, loginMode: 'none' as const };
  const optionsOf = (own: InitCcpOptions & StandByRegion, other: StandByRegion): [string, InitCcpOptions] => [
    own.region,
    {
      ...own,
      region: own.region.split('.')[0],
      otherArn: other.instanceArn,
      disasterRecoveryOn: true,
      isPrimary: () => isActive(own.region),
    },
  ];
  return Object.fromEntries([optionsOf(first, second), optionsOf(second, first)]);
}

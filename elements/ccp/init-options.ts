// What a <connect-ccp> embeds its panel with: its attributes as options of `initCCP`.
import type { InitCcpOptions, LoginMode } from '../../src/index.js';
import { takesCallsInPage } from './page-sound.js';

/** The attributes of an element that are options of `initCCP`. */
export interface CcpAttributes {
  readonly ccpUrl: string;
  readonly instanceUrl?: string;
  readonly region?: string;
  readonly instanceArn?: string;
  readonly loginUrl?: string;
  readonly loginMode?: LoginMode;
  readonly loginAutoClose: boolean;
  readonly loadTimeout?: number;
  readonly ackTimeout?: number;
  readonly synTimeout?: number;
  readonly softphone?: string;
  readonly withoutSoftphone: boolean;
  readonly withoutRingtone: boolean;
  readonly ringtoneUrl?: string;
  readonly options?: InitCcpOptions | Partial<InitCcpOptions>;
}

/** Properties of an element that are read when its panel starts: one that says something else starts it anew, but not in a call. */
export const STARTING_PROPERTIES = [
  'ccpUrl',
  'instanceUrl',
  'region',
  'instanceArn',
  'loginUrl',
  'loginMode',
  'loginAutoClose',
  'softphone',
  'withoutSoftphone',
  'withoutRingtone',
  'ringtoneUrl',
  'ringer',
  'loadTimeout',
  'ackTimeout',
  'synTimeout',
  'options',
  'managed',
] as const;

/**
 * The options of `connect.core.initCCP` for an element.
 * @param element its attributes count for less than `options`, and these less than its property `options`.
 * @param options what others have to say: the coordinator of two regions.
 * @param rings true if the page rings, and the CCP is to be silent.
 */
export function initOptions(element: CcpAttributes, options: Partial<InitCcpOptions>, rings: boolean): InitCcpOptions {
  const own = element.options;
  // Who rings in the page wants no second ring.
  const silence = rings && { disableRingtone: true };
  return {
    ccpUrl: element.ccpUrl,
    instanceUrl: element.instanceUrl,
    region: element.region,
    instanceArn: element.instanceArn,
    loginUrl: element.loginUrl,
    loginMode: element.loginMode ?? 'manual',
    loginPopupAutoClose: element.loginAutoClose,
    ccpLoadTimeout: element.loadTimeout,
    ccpAckTimeout: element.ackTimeout,
    ccpSynTimeout: element.synTimeout,
    ...options,
    ...own,
    // It may come and go with a render.
    onViewContact: (event) => element.options?.onViewContact?.(event),
    ...(silence && { chat: silence, task: silence, email: silence, ringtone: undefined }),
    softphone: {
      allowFramedSoftphone: !element.withoutSoftphone,
      disableRingtone: element.withoutRingtone,
      ringtoneUrl: element.ringtoneUrl,
      ...own?.softphone,
      // One of the two takes the calls, not whichever comes first.
      ...(takesCallsInPage(element) && { allowFramedSoftphone: false }),
      ...silence,
    },
  };
}

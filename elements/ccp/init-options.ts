// What a <connect-ccp> embeds its panel with: its attributes as options of `initCCP`.
import type { InitCcpOptions } from '../../src/index.js';
import type { ConnectCcpElement } from './element.js';

/**
 * The options of `connect.core.initCCP` for an element.
 * @param element its attributes count for less than `options`, and these less than its property `options`.
 * @param options what others have to say: the coordinator of two regions.
 */
export function initOptions(element: ConnectCcpElement, options: Partial<InitCcpOptions>): InitCcpOptions {
  const own = element.options;
  // Who rings in the page wants no second ring.
  const silence = element.ringer && { disableRingtone: true };
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
    ...(silence && { chat: silence, task: silence, email: silence, ringtone: undefined }),
    softphone: {
      allowFramedSoftphone: !element.withoutSoftphone,
      disableRingtone: element.withoutRingtone,
      ringtoneUrl: element.ringtoneUrl,
      ...own?.softphone,
      ...silence,
    },
  };
}

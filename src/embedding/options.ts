// The options of `connect.core.initCCP`: their types, defaults and checks. Streams documentation, "connect.core.initCCP()"; docs/protocol.md, section 2.2.
import { isRecord } from '../conduit/wire.js';
import { assertNotNull } from '../errors/errors.js';
import type { LoginOptions, RetryOptions, SignInOptions } from '../sign-in/sign-in-options.js';
import { checkedAddress } from './addresses.js';
import { checkClientOptions, type GivenProvider, type ProviderPlugin } from './client-options.js';
import { checkLogConfig, type LogConfig } from './log-config.js';
import { nearest } from './nearest.js';

/** Settings of one channel's ringtone. */
export interface RingtoneOptions {
  /** True: nothing rings. */
  disableRingtone?: boolean;
  /** Address of a sound to ring with. */
  ringtoneUrl?: string;
}

/** Settings of the softphone; all go to the CCP. */
export interface SoftphoneOptions extends RingtoneOptions {
  /** True: calls may be taken in the frame. */
  allowFramedSoftphone?: boolean;
  disableEchoCancellation?: boolean;
  allowFramedVideoCall?: boolean;
  allowFramedScreenSharing?: boolean;
  allowFramedScreenSharingPopUp?: boolean;
  VDIPlatform?: string | null;
  allowEarlyGum?: boolean;
  allowExtendedPersistentConnection?: boolean;
  disableStoringParamsInLocalStorage?: boolean;
}

/** Options of `connect.core.initCCP`. */
export interface InitCcpOptions extends SignInOptions {
  /** AWS region of the instance; needed for chat. */
  region?: string;
  softphone?: SoftphoneOptions;
  chat?: RingtoneOptions;
  task?: RingtoneOptions;
  email?: RingtoneOptions;
  autoAcceptTone?: RingtoneOptions;
  /** Ringtones by channel. */
  ringtone?: Readonly<Record<string, unknown>>;
  /** Which settings the CCP shows. */
  pageOptions?: Readonly<Record<string, unknown>>;
  shouldAddNamespaceToLogs?: boolean;
  /** Title of the frame, for screen readers. */
  iframeTitle?: string;
  /** CSS of the frame. */
  style?: string;
  /** Milliseconds between questions. 1000 if left out. */
  ccpSynTimeout?: number;
  /** Called when another contact is selected in the CCP. */
  onViewContact?: (event: { contactId: string }) => void;
  /** Settings of chat sessions. */
  features?: unknown;
  /** Embeds two regions. */
  enableGlobalResiliency?: boolean;
  /** Address of the other region's CCP. */
  secondaryCCPUrl?: string;
  pollForFailover?: boolean;
  instanceArn?: string;
  otherArn?: string;
  /** Whether the region is the active one; a function is asked each time that the CCP is told. */
  isPrimary?: boolean | (() => boolean);
  /** A provider of the page's own for the `@amazon-connect` clients, in place of ours. It is told of each frame. */
  provider?: GivenProvider;
  /** Called once with the prototype of the provider, each with what the one before has returned. */
  plugins?: ProviderPlugin | readonly ProviderPlugin[];
  alias?: string;
  /** The levels of the log, as `setLogLevel` and `setEchoLevel` set them. */
  logConfig?: LogConfig;
}

const KNOWN: Readonly<Record<keyof InitCcpOptions, true>> = {
  ccpUrl: true,
  instanceUrl: true,
  loginUrl: true,
  loginPopup: true,
  loginPopupAutoClose: true,
  loginOptions: true,
  loginMode: true,
  region: true,
  softphone: true,
  chat: true,
  task: true,
  email: true,
  autoAcceptTone: true,
  ringtone: true,
  pageOptions: true,
  shouldAddNamespaceToLogs: true,
  iframeTitle: true,
  style: true,
  ccpLoadTimeout: true,
  ccpAckTimeout: true,
  ccpSynTimeout: true,
  retry: true,
  storageAccess: true,
  onViewContact: true,
  features: true,
  enableGlobalResiliency: true,
  secondaryCCPUrl: true,
  disasterRecoveryOn: true,
  pollForFailover: true,
  instanceArn: true,
  otherArn: true,
  isPrimary: true,
  provider: true,
  plugins: true,
  alias: true,
  logConfig: true,
};

const KNOWN_SOFTPHONE: Readonly<Record<keyof SoftphoneOptions, true>> = {
  disableRingtone: true,
  ringtoneUrl: true,
  allowFramedSoftphone: true,
  disableEchoCancellation: true,
  allowFramedVideoCall: true,
  allowFramedScreenSharing: true,
  allowFramedScreenSharingPopUp: true,
  VDIPlatform: true,
  allowEarlyGum: true,
  allowExtendedPersistentConnection: true,
  disableStoringParamsInLocalStorage: true,
};

const KNOWN_RETRY: Readonly<Record<keyof RetryOptions, true>> = {
  limit: true,
  interval: true,
  backoff: true,
  maxInterval: true,
};

const KNOWN_LOGIN: Readonly<Record<keyof LoginOptions | 'enableAckTimeout', true>> = {
  autoClose: true,
  height: true,
  width: true,
  top: true,
  left: true,
  disableAuthPopupAfterLogout: true,
  enableAckTimeout: true,
};

function unknownKeys(path: string, given: object | undefined, known: object): string[] {
  const names = Object.keys(known);
  return Object.keys(given ?? {})
    .filter((key) => !names.includes(key))
    .map((key) => {
      const guess = nearest(key, names);
      return `${path}${key} is no option of initCCP${guess ? `; did you mean ${path}${guess}?` : '.'}`;
    });
}

/** Options of amazon-connect-streams that have no effect here, at least not yet. */
const WITHOUT_EFFECT = ['enableGlobalResiliency', 'alias'] as const;

/** One sentence for each option that does nothing: known ones, and those that do not exist, with the nearest that does. */
export function uselessOptions(options: InitCcpOptions): string[] {
  return [
    ...WITHOUT_EFFECT.filter((name) => options[name]).map(
      (name) => `The option ${name} of initCCP has no effect here.`,
    ),
    ...unknownKeys('', options, KNOWN),
    ...unknownKeys('softphone.', options.softphone, KNOWN_SOFTPHONE),
    ...unknownKeys('loginOptions.', options.loginOptions, KNOWN_LOGIN),
    ...unknownKeys('retry.', options.retry, KNOWN_RETRY),
  ];
}

/** Options that are the address of a page. */
const PAGES = ['ccpUrl', 'loginUrl', 'instanceUrl', 'secondaryCCPUrl'] as const;

/** Options of one channel each, that may have the address of its sound. */
const CHANNELS = ['softphone', 'chat', 'task', 'email', 'autoAcceptTone'] as const;

/** A copy of an object with one of its members checked, if it has that. */
function withChecked<Settings>(
  settings: Settings,
  key: string,
  check: (value: unknown) => string | undefined,
): Settings {
  if (!isRecord(settings) || !(key in settings)) return settings;
  return { ...settings, [key]: check(settings[key]) };
}

/**
 * Checks every address among some options.
 * @param given the options.
 * @param base address of the page, for addresses relative to it. Those of ringtones are relative to the CCP.
 * @param path what stands before the name of each option in an error.
 * @returns a copy of them, without blank addresses.
 * @throws ValueError that names the first option that is wrong, or `ccpUrl` if it is missing.
 */
function withCheckedAddresses(given: InitCcpOptions, base: string, path: string): InitCcpOptions {
  const options = { ...given };
  for (const name of PAGES) {
    if (name in options) options[name] = checkedAddress(path + name, options[name], base)!;
  }
  const ccp = new URL(assertNotNull(options.ccpUrl, `${path}ccpUrl`), base);
  const ringtoneOf = <Settings>(settings: Settings, name: string): Settings =>
    withChecked(settings, 'ringtoneUrl', (url) => checkedAddress(`${path}${name}.ringtoneUrl`, url, ccp, 'ringtone'));
  for (const channel of CHANNELS) {
    if (options[channel]) Object.assign(options, { [channel]: ringtoneOf(options[channel], channel) });
  }
  if (options.ringtone) {
    const ringtones = Object.entries(options.ringtone);
    options.ringtone = Object.fromEntries(
      ringtones.map(([channel, settings]) => [channel, ringtoneOf(settings, `ringtone.${channel}`)]),
    );
  }
  if (options.storageAccess) {
    options.storageAccess = withChecked(options.storageAccess, 'instanceUrl', (url) =>
      checkedAddress(`${path}storageAccess.instanceUrl`, url, base),
    );
  }
  return options;
}

/**
 * Checks what `initCCP` was given.
 * @param given the options, or the CCP's address alone.
 * @param base address of the page, for addresses relative to it.
 * @param path what stands before the name of an option in an error.
 * @returns a copy of the options.
 * @throws ValueError if the address is missing, or one of any option is no web address.
 */
export function checkedOptions(given: InitCcpOptions | string | URL, base: string, path = 'params.'): InitCcpOptions {
  const address: InitCcpOptions | string = given instanceof URL ? given.href : given;
  const options = typeof address === 'string' ? { ccpUrl: address } : assertNotNull(address, 'params');
  checkClientOptions(options, path);
  checkLogConfig(options, path);
  const checked = withCheckedAddresses(options, base, path);
  checked.instanceUrl ??= checked.storageAccess?.instanceUrl;
  return checked;
}

/**
 * Whether a region is the active one, as its options say.
 * @param options the region's.
 * @param failed told if the page's function throws: the region counts as the active one then, and shows all its contacts.
 */
export function isPrimary(
  options: InitCcpOptions,
  failed: (error: unknown, name: string) => void,
): boolean | undefined {
  if (typeof options.isPrimary !== 'function') return options.isPrimary;
  try {
    return options.isPrimary();
  } catch (error) {
    failed(error, 'isPrimary');
    return true;
  }
}

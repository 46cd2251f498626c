// The options of `connect.core.initCCP` as types, under the names that Streams gives them.
import type { InitCcpOptions, RingtoneOptions, SoftphoneOptions } from '../embedding/options.js';
import type { LoginOptions as AnyLoginOptions, StorageAccessOptions } from '../sign-in/sign-in-options.js';

/** Which settings the CCP shows. */

export type PageOptions = {
  readonly enableAudioDeviceSettings?: boolean;
  readonly enableVideoDeviceSettings?: boolean;
  readonly enablePhoneTypeSettings?: boolean;
  readonly showInactivityModal?: boolean;
};

/** Options of `connect.core.initCCP`. */
export interface InitCCPOptions extends Readonly<InitCcpOptions> {
  readonly pageOptions?: PageOptions;
  readonly logConfig?: { readonly logLevel?: connect.LogLevel; readonly echoLevel?: connect.LogLevel };
}

/** Options that another region's CCP takes over. */
export type OptionalInitCCPOptions = Partial<InitCCPOptions>;

/** How the sign-in window looks. */
export type LoginOptions = AnyLoginOptions;

/** Settings of the softphone. */
export interface SoftPhoneOptions extends Readonly<Omit<SoftphoneOptions, 'VDIPlatform'>> {
  readonly VDIPlatform?: string;
}

/** Settings of the ringtone of chats. */
export type ChatOptions = Readonly<RingtoneOptions>;

/** Settings of the ringtone of tasks. */
export type TaskOptions = Readonly<RingtoneOptions>;

/** Settings of the tone of contacts that are accepted by themselves. */
export type AutoAcceptToneOption = Readonly<RingtoneOptions>;

/** How the CCP asks for its cookies. */
export type StorageAccessParameters = StorageAccessOptions;

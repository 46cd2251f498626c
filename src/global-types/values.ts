// What `connect.<enum>` means as a type: one of the enum's values.
import type { ResilientConnect as Connect } from '../resiliency/resilient-connect.js';
import type { ValueOf } from '../events/enum.js';

/** The values of an enum of the namespace, by the enum's name. */
export type EnumValue<Name extends keyof Connect> = ValueOf<Connect[Name]>;

/** What a subscription gives back, as far as pages make such things themselves. */
export interface Subscription {
  unsubscribe(): void;
}

/** A callback that is told nothing. */
export type Callback = () => void;

/** A callback of a command. */
export type SuccessFailCallback<Told extends unknown[] = []> = (...told: Told) => void;

/** How a command tells its end. */
export interface SuccessFailOptions {
  readonly success?: SuccessFailCallback;
  /** Told a text, for errors of the service a JSON. */
  readonly failure?: SuccessFailCallback<[string]>;
}

/** Told a session of the softphone in the page. */
export type SoftphoneSessionCallback = (session: unknown) => void;

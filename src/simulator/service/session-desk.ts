// What the service knows of the agent's session beside their contacts: how the network stands, and when the session ends by itself.
import { SdkNamespace, type SdkTopic } from '../../conduit/side-channel.js';
import type { NetworkStatus } from '../channel/script-channel.js';
import type { VirtualClock } from './virtual-clock.js';

/** What is told on the side channel of every page. */
export interface SdkNews {
  readonly topic: SdkTopic;
  readonly data: unknown;
}

/** What the desk is made of. */
export interface SessionDeskOptions {
  clock: VirtualClock;
  publish(news: SdkNews): void;
  /** The session has ended, for nobody has shown to be there. */
  ended(): void;
}

/** The session of one agent. */
export class SessionDesk {
  readonly #options: SessionDeskOptions;
  #network: { status: NetworkStatus; timestamp: number };
  /** Takes back the end that is due; null while none is. */
  #stopEnd: (() => void) | null = null;

  constructor(options: SessionDeskOptions) {
    this.#options = options;
    this.#network = { status: 'connected', timestamp: this.#now };
  }

  /** How the network stands, and since when in epoch milliseconds. */
  get network(): { readonly status: NetworkStatus; readonly timestamp: number } {
    return this.#network;
  }

  /** True from the warning until somebody shows to be there. */
  get isWarning(): boolean {
    return this.#stopEnd !== null;
  }

  set network({ status }: { readonly status: NetworkStatus }) {
    this.#network = { status, timestamp: this.#now };
    this.#tell(SdkNamespace.CONTACT, 'agent/networkConnectionStatusChanged', this.#network);
  }

  /** Warns that the session will end in so many milliseconds of service time. */
  warn(milliseconds: number): void {
    const { clock, ended } = this.#options;
    this.#stopEnd?.();
    this.#stopEnd = clock.setTimer(milliseconds, () => {
      this.#stopEnd = null;
      ended();
    });
    this.#tell(SdkNamespace.ACTIVITY, 'expiration-warning', { expiration: this.#now + milliseconds });
  }

  /** Somebody is there: the session goes on. */
  extend(): void {
    if (!this.#stopEnd) return;
    this.#stopEnd();
    this.#stopEnd = null;
    this.#tell(SdkNamespace.ACTIVITY, 'expiration-warning-cleared', {});
  }

  /** The session could not be made longer. */
  fail(errorDetails: unknown): void {
    const { isWarning: isWarningActive } = this;
    this.#tell(SdkNamespace.ACTIVITY, 'session-extension-error', { isWarningActive, errorDetails });
  }

  get #now(): number {
    const { clock } = this.#options;
    return clock.shown(clock.now()).getTime();
  }

  #tell(namespace: string, key: string, data: unknown): void {
    this.#options.publish({ topic: { namespace, key }, data });
  }
}

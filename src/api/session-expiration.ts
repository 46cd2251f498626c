// The end of the agent's session for want of activity: warnings of it, and how to say that somebody is there. Over the side channel.
import { SdkNamespace } from '../conduit/side-channel.js';
import { assertFunction, StateError } from '../errors/errors.js';
import type { ApiContext } from './context.js';

/** What `onExpirationWarning` gives. */
export interface ExpirationWarning {
  /** When the session will end, in epoch milliseconds. */
  readonly expiration: number;
}

/** What `onSessionExtensionError` gives. */
export interface SessionExtensionError {
  /** True while the end of the session is near. */
  readonly isWarningActive: boolean;
  readonly errorDetails: unknown;
}

/** A subscription on the side channel. */
interface Ending {
  unsubscribe(): void;
}

/** Warns of the end of the session. */
export class SessionExpirationWarningManager {
  readonly #context: ApiContext;

  /**
   * @internal Made by the runtime; pages write `new connect.SessionExpirationWarningManager()`.
   * @throws StateError if no CCP is embedded.
   */
  constructor(context: ApiContext) {
    assertEmbedded(context);
    this.#context = context;
  }

  /** Called when the session will end soon. Streams documentation, "SessionExpirationWarningManager". */
  onExpirationWarning(f: (warning: ExpirationWarning) => unknown): Ending {
    return this.#on('expiration-warning', f);
  }

  /** Called when it goes on after all. Streams documentation, "SessionExpirationWarningManager". */
  onExpirationWarningCleared(f: (nothing: Readonly<Record<string, never>>) => unknown): Ending {
    return this.#on('expiration-warning-cleared', f);
  }

  /** Called when it could not be made longer. Streams documentation, "SessionExpirationWarningManager". */
  onSessionExtensionError(f: (error: SessionExtensionError) => unknown): Ending {
    return this.#on('session-extension-error', f);
  }

  #on<Data>(key: string, f: (data: Data) => unknown): Ending {
    assertFunction(f, 'f');
    return this.#context.sideChannel.subscribe({ namespace: SdkNamespace.ACTIVITY, key }, f);
  }
}

/** Milliseconds in which activity is reported once. */
const ACTIVITY_PAUSE = 1_000;

/** Failures that are logged; more would say nothing new. */
const LOGGED_FAILURES = 5;

function assertEmbedded({ sideChannel }: ApiContext): void {
  if (!sideChannel.isThere) throw new StateError('Provider is not initialized: call initCCP first.');
}

/**
 * Makes `connect.sendActivity` for one runtime.
 * @param context the runtime.
 */
export function createSendActivity(context: ApiContext): () => void {
  let last = -Infinity;
  let failures = 0;
  return () => {
    assertEmbedded(context);
    const now = performance.now();
    if (now - last < ACTIVITY_PAUSE) return;
    last = now;
    void context.sideChannel.request(SdkNamespace.ACTIVITY, 'sendActivity').catch((error: unknown) => {
      failures += 1;
      if (failures <= LOGGED_FAILURES) context.log.error('sendActivity failed.').withException(error);
    });
  };
}

// What the CCP page does when the service refuses its token: a new token, else a new sign-in, and not for ever.
import type { Conduit } from '../../conduit/conduit.js';
import { isRecord } from '../../conduit/wire.js';
import { AgentEvents, EventType } from '../../events/event-names.js';

/** What the page hands to its worker so that it may call the service. docs/protocol.md, section 3.2. */
export interface WorkerCredentials {
  readonly authToken: string;
  readonly refreshToken: string;
  /** Epoch milliseconds. */
  readonly authTokenExpiration: number;
  readonly region: string;
  readonly [further: string]: unknown;
}

/** What a page needs to authorise itself. */
export interface AuthorizationOptions {
  conduit: Conduit;
  /** Where the number of sign-in attempts outlives the page, or null. */
  storage: Storage | null;
  /** Gets new credentials; rejects if nobody is signed in. */
  authorize: () => Promise<WorkerCredentials>;
  /** Leads to the sign-in: a reload, or another address. */
  signInAgain: () => void;
  /** Milliseconds to wait before an attempt, which is 1 at first; the default grows and is random. */
  delay?: (attempt: number) => number;
  signal: AbortSignal;
}

const COUNTER = 'authorize_retry_count';
const MAX_SIGN_INS = 3;
const MAX_AUTHORIZATIONS = 10;
const defaultDelay = (attempt: number): number => Math.random() * 2 ** attempt * 2000;

/** Authorises the worker, and again when a token has run out. docs/protocol.md, section 3.4; counters reset on success (R10). */
export class Authorization {
  readonly #options: AuthorizationOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #authorizations = 0;

  constructor(options: AuthorizationOptions) {
    this.#options = options;
    const { conduit, signal } = options;
    conduit.onUpstream<unknown>(EventType.AUTH_FAIL, (data) => {
      if (isRecord(data) && data.authorize === true) this.#signInLater();
      else this.#authorizeLater();
    });
    conduit.onUpstream(AgentEvents.UPDATE, () => this.#reset());
    conduit.onUpstream(EventType.AUTHORIZE_SUCCESS, () => this.#reset());
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  /** Gets credentials and hands them to the worker. Rejects if there are none. */
  async authorize(): Promise<void> {
    const credentials = await this.#options.authorize();
    if (!this.#options.signal.aborted) this.#options.conduit.sendUpstream(EventType.CONFIGURE, credentials);
  }

  #signInLater(): void {
    const attempts = this.#attempts();
    if (attempts >= MAX_SIGN_INS) return this.#inject(EventType.AUTHORIZE_RETRIES_EXHAUSTED);
    this.#options.storage?.setItem(COUNTER, String(attempts + 1));
    this.#after(attempts + 1, () => this.#options.signInAgain());
  }

  #authorizeLater(): void {
    this.#authorizations += 1;
    if (this.#authorizations > MAX_AUTHORIZATIONS) return this.#inject(EventType.CTI_AUTHORIZE_RETRIES_EXHAUSTED);
    this.#after(this.#authorizations, () => {
      this.authorize().then(
        () => this.#inject(EventType.AUTHORIZE_SUCCESS),
        () => this.#inject(EventType.AUTH_FAIL, { authorize: true }),
      );
    });
  }

  /** Publishes as if the worker had said it, so that the embedding page hears it too (R11). */
  #inject(eventName: string, data?: unknown): void {
    if (!this.#options.signal.aborted) this.#options.conduit.upstreamBus.trigger(eventName, data);
  }

  #after(attempt: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, (this.#options.delay ?? defaultDelay)(attempt));
  }

  #attempts(): number {
    return Number(this.#options.storage?.getItem(COUNTER) ?? 0) || 0;
  }

  #reset(): void {
    this.#authorizations = 0;
    this.#options.storage?.removeItem(COUNTER);
  }
}

// What the service is told to do badly: operations that fail, slowness, a session that has expired, access that is denied.
import { ACCESS_DENIED, CtiError, UNAUTHORIZED } from '../ccp/cti-service-client.js';
import type { ScriptedFailure } from '../channel/script-channel.js';

const CODES: Readonly<Record<number, string>> = {
  [UNAUTHORIZED]: 'UnauthorizedException',
  [ACCESS_DENIED]: 'AccessDeniedException',
  429: 'QuotaExceededException',
};

function codeOf(status: number): string {
  return CODES[status] ?? (status >= 500 ? 'InternalServiceException' : 'InvalidStateException');
}

/** What is answered by a service that says that all is well, and has done nothing. */
export type EmptyAnswer = Readonly<Record<string, never>>;

/** Any operation. */
export const EVERY_OPERATION = '*';

/** What becomes of one call that is to fail. */
export interface ScriptedFault {
  readonly how: NonNullable<ScriptedFailure['how']>;
  error(): CtiError;
}

/** The faults of one service. */
export class Faults {
  /** Milliseconds before each answer. */
  latency = 0;
  /** True while every call is refused with 403. */
  denied = false;
  readonly #failures = new Map<string, ScriptedFault & { left: number }>();
  readonly #usedTokens = new Set<string>();
  readonly #isPolled: (operation: string) => boolean;
  #expiredTokens = new Set<string>();

  /** @param isPolled tells which operations the worker asks for by itself. */
  constructor(isPolled: (operation: string) => boolean = () => false) {
    this.#isPolled = isPolled;
  }

  /** The next calls of an operation fail; replaces what was told about it before. */
  fail(
    operation: string,
    { status: given, code: named, message, times = 1, how = 'refused' }: ScriptedFailure = {},
  ): void {
    // What has numbers for its failures, such as the media service, may be given one under either name.
    const status = given ?? (typeof named === 'number' ? named : 500);
    const code = typeof named === 'string' ? named : codeOf(status);
    if (times <= 0) {
      this.#failures.delete(operation);
      return;
    }
    const text = message ?? `The simulator was told that ${operation} fails.`;
    this.#failures.set(operation, { left: times, how, error: () => new CtiError(code, text, status) });
  }

  /** Every token that was used so far is refused from now on. */
  expireTokens(): void {
    this.#expiredTokens = new Set([...this.#expiredTokens, ...this.#usedTokens]);
    this.#usedTokens.clear();
  }

  /**
   * Lets a call pass, or refuses it.
   * @throws CtiError of status 401 without a valid token, of status 403 while access is denied.
   */
  checkSession(authToken: string): void {
    if (authToken === '' || this.#expiredTokens.has(authToken)) {
      throw new CtiError('UnauthorizedException', 'There is no session with this token: sign in.', UNAUTHORIZED);
    }
    this.#usedTokens.add(authToken);
    if (this.denied) throw new CtiError('AccessDeniedException', 'The agent may not use this.', ACCESS_DENIED);
  }

  /**
   * Lets a call happen, or fail as it was told to.
   * @throws CtiError the failure that was scripted.
   */
  async perform<Answer>(operation: string, call: () => Answer | Promise<Answer>): Promise<Answer | EmptyAnswer> {
    const fault = this.#takeScripted(operation);
    if (fault?.how === 'refused') throw fault.error();
    if (fault?.how === 'ignored') return {};
    const answer = await call();
    if (fault) throw fault.error();
    return answer;
  }

  /** True if this very message of the socket is to fail; counts it. */
  failsOnSocket(topic: string): boolean {
    return this.#failures.has(topic) && this.#takeScripted(topic) !== undefined;
  }

  /** What is to become of a message of the media service's, if that was told by its name; counts it. */
  takeNamed(operation: string): ScriptedFault | undefined {
    return this.#failures.has(operation) ? this.#takeScripted(operation) : undefined;
  }

  /** What is to become of a call, if it is to fail; counts it. */
  #takeScripted(operation: string): ScriptedFault | undefined {
    const key = this.#failures.has(operation) ? operation : EVERY_OPERATION;
    const failure = this.#failures.get(key);
    if (!failure) return undefined;
    // What the worker asks by itself must not use up a failure that waits for a command.
    if (key !== operation && failure.left !== Infinity && this.#isPolled(operation)) return undefined;
    failure.left -= 1;
    if (failure.left <= 0) this.#failures.delete(key);
    return failure;
  }
}

// How requests on the side channel fail: an error with the members by which the @amazon-connect clients tell errors apart.
import { CommandError, CommandErrorType } from '../errors/command-error.js';
import { nameErrors } from '../errors/name-errors.js';
import { isRecord } from '../conduit/wire.js';

/** What a failure says. */
export interface SdkErrorFields {
  readonly errorKey: string;
  readonly reason: string;
  readonly namespace: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Keys that the clients and the CCP agree on; the service's own come as they are. */
export const SdkErrorKey = /*#__PURE__*/ Object.freeze({
  TIMEOUT: 'clientTimeout',
  NO_HANDLER: 'handlerNotFound',
  NO_RESULT: 'noResult',
} as const);

/** A request that the CCP has refused, or that got no answer. `isConnectError` of `@amazon-connect/core` says yes to it. */
export class SdkError extends Error implements SdkErrorFields {
  readonly errorType = 'ConnectError';
  readonly errorKey: string;
  readonly reason: string;
  readonly namespace: string;
  readonly details: Readonly<Record<string, unknown>>;

  static {
    nameErrors(this, 'ConnectError');
  }

  constructor({ errorKey, reason, namespace, details }: SdkErrorFields, options?: ErrorOptions) {
    super(`${reason} (${errorKey})`, options);
    this.errorKey = errorKey;
    this.reason = reason;
    this.namespace = namespace;
    this.details = details;
  }
}

const HINTS: Readonly<Record<string, string>> = {
  [SdkErrorKey.NO_HANDLER]: 'This CCP does not know the request: it is an older one, or one of another maker.',
  [SdkErrorKey.TIMEOUT]:
    'It may have taken effect all the same: look at the state before you send it again. A CCP that never answers does not have the channel of the @amazon-connect clients.',
  [CommandErrorType.FRAME_REPLACED]: 'Send it again when the CCP is ready.',
  [CommandErrorType.TERMINATED]: 'Embed the CCP again first.',
  [CommandErrorType.NOT_CONNECTED]: 'Call connect.core.initCCP first, or put a <connect-ccp> on the page.',
};

/** Failures after which the same request may succeed. */
const PASSING: readonly string[] = [
  SdkErrorKey.TIMEOUT,
  CommandErrorType.FRAME_REPLACED,
  CommandErrorType.TERMINATED,
  CommandErrorType.NOT_CONNECTED,
];

const textIn = (error: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = error[name];
  return typeof value === 'string' && value ? value : undefined;
};

/**
 * What a method of the API rejects with.
 * @param operation the request.
 * @param error what it failed with: ours, or that of a provider which the page has given; some of those are no `Error`.
 */
export function commandErrorOf(operation: string, error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const fields = isRecord(error) ? error : {};
  const type = textIn(fields, 'errorKey') ?? CommandErrorType.UNKNOWN;
  const message = textIn(fields, 'reason') ?? textIn(fields, 'message') ?? `${operation} failed (${type})`;
  const hint = Object.hasOwn(HINTS, type) ? HINTS[type] : undefined;
  return new CommandError({ operation, type, message, hint, retryable: PASSING.includes(type), cause: error });
}

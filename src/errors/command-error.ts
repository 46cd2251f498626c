// The one error class of commands: what failed, of what type, whether to try again, and what to do.
import { redactText } from '../log/redact.js';
import { flatJson } from './flat-json.js';
import { nameErrors } from './name-errors.js';

/** Everything that a command error says. */
export interface CommandErrorFields {
  /** The operation on the wire, such as `acceptContact`. */
  operation: string;
  /** The service's exception type, or one of {@link CommandErrorType}. */
  type: string;
  /** What happened, for people. */
  message: string;
  /** True if the same command may succeed when it is sent again unchanged. */
  retryable?: boolean;
  /** What to do about it, for people. */
  hint?: string;
  /** HTTP status that the service answered, if it did. */
  statusCode?: number;
  /** The error in the words that existing code expects of a failure, if they are not made of the rest. */
  text?: string;
  cause?: unknown;
}

/** Types of errors that this library itself raises; all others are the service's own exception names. */
export const CommandErrorType = /*#__PURE__*/ Object.freeze({
  TIMEOUT: 'TimeoutException',
  ABORTED: 'AbortedException',
  FRAME_REPLACED: 'FrameReplacedException',
  TERMINATED: 'TerminatedException',
  NOT_CONNECTED: 'NotConnectedException',
  INVALID_ARGUMENT: 'InvalidArgumentException',
  UNSUPPORTED: 'UnsupportedException',
  UNKNOWN: 'UnknownException',
} as const);

/**
 * The failure of a command: what its promise rejects with, and the second argument of its `failure` callback.
 *
 * Converted to text it is the first argument of `failure`: what amazon-connect-streams gives there, which for errors of the
 * service is a JSON text with `type` and `message`. docs/protocol.md, section 1.5.
 */
export class CommandError extends Error {
  /** The operation on the wire, such as `acceptContact`. */
  readonly operation: string;
  /** The service's exception type, or one of {@link CommandErrorType}. */
  readonly type: string;
  /** True if the same command may succeed when it is sent again unchanged. */
  readonly retryable: boolean;
  /** What to do about it, for people; empty if there is nothing to add. */
  readonly hint: string;
  /** HTTP status that the service answered, or undefined. */
  readonly statusCode: number | undefined;
  readonly #text: string | undefined;

  static {
    nameErrors(this, 'CommandError');
  }

  constructor({ operation, type, message, retryable = false, hint = '', statusCode, text, cause }: CommandErrorFields) {
    super(message, cause === undefined ? undefined : { cause });
    this.operation = operation;
    this.type = type;
    this.retryable = retryable;
    this.hint = hint;
    this.statusCode = statusCode;
    this.#text = text;
  }

  /** The text that `failure` callbacks get: the service's own to the letter, else a JSON text of the same form. */
  override toString(): string {
    return this.#text ?? flatJson({ ...this.toJSON(), retryStatus: 'none' });
  }

  /** The fields of the error, without its stack. */
  toJSON(): CommandErrorFields {
    const { operation, type, message, retryable, hint, statusCode } = this;
    return { operation, type, message, retryable, hint, ...(statusCode !== undefined && { statusCode }) };
  }
}

const HINTS: Readonly<Record<string, string>> = {
  UnauthorizedException: 'The sign-in has expired: sign in again.',
  AccessDeniedException: "The agent's security profile does not allow this: ask an administrator of the instance.",
  InvalidStateException: 'The agent or the contact is in a state that does not allow this: look at its state first.',
  BadEndpointException: 'The number or quick connect cannot be reached: check it, in the form +12065550100.',
  QuotaExceededException: 'Too many requests: wait a moment, then try again.',
};

/** What the wire may hold as the error of an answer. docs/protocol.md, section 1.5. */
interface WireError {
  type?: unknown;
  message?: unknown;
  statusCode?: unknown;
}

function parseWireError(err: unknown): WireError {
  let error = err;
  try {
    if (typeof err === 'string') error = JSON.parse(err);
  } catch {
    // Not JSON: the text itself is the message.
  }
  return typeof error === 'object' && error !== null ? error : { message: String(err) };
}

const wordsOr = (value: unknown, other: string): string => (typeof value === 'string' && value ? value : other);

/**
 * Makes a command error out of the `err` of an answer, which is a JSON text on one path and an object on another. Its message
 * is masked, for errors are shown and logged; what the service has said to the letter is its `cause`.
 * @param operation the operation that was asked for.
 * @param err the `err` member as it came. docs/protocol.md, sections 1.5 and 12.3 (R6).
 */
export function commandErrorFromWire(operation: string, err: unknown): CommandError {
  const wire = parseWireError(err);
  const type = wordsOr(wire.type, CommandErrorType.UNKNOWN);
  const statusCode = typeof wire.statusCode === 'number' ? wire.statusCode : undefined;
  return new CommandError({
    operation,
    type,
    message: redactText(wordsOr(wire.message, `${operation} failed (${type})`)),
    retryable: statusCode === 429 || (statusCode ?? 0) >= 500,
    hint: Object.hasOwn(HINTS, type) ? HINTS[type] : undefined,
    statusCode,
    text: typeof err === 'string' ? err : undefined,
    cause: err,
  });
}

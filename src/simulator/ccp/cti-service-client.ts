// What the worker needs of a CTI service, and the one error that such a service refuses with.

/** How one call is made. */
export interface CtiCallOptions {
  /** Gives the call up when it aborts. */
  signal?: AbortSignal;
  /** The agent's token; empty before sign-in. Never log it. */
  authToken: string;
}

/** A CTI service: over HTTP, or in memory. */
export interface CtiService {
  /**
   * Calls an operation.
   * @param method its name on the wire, such as `acceptContact`. docs/protocol.md, section 5.2.
   * @param params its parameters.
   * @param options token and abort signal.
   * @returns the operation's result; times in it are Date objects. Rejects with a {@link CtiError}.
   */
  call(method: string, params: Readonly<Record<string, unknown>>, options: CtiCallOptions): Promise<unknown>;
}

/** HTTP status of a call without a valid token. */
export const UNAUTHORIZED = 401;
/** HTTP status of a call that the agent may not make. */
export const ACCESS_DENIED = 403;

/** A refusal of the service: exception type, HTTP status, and what happened, for people. */
export class CtiError extends Error {
  /**
   * @param type the service's exception type. docs/protocol.md, section 1.8, CTIExceptions.
   * @param message what happened, for people.
   * @param statusCode HTTP status.
   */
  constructor(
    readonly type: string,
    message: string,
    readonly statusCode = 400,
  ) {
    super(message);
    this.name = 'CtiError';
  }
}

/** The HTTP status that an error stands for: what it says, or 500 for anything that is no refusal of the service. */
export function statusOf(error: unknown): number {
  return error instanceof CtiError ? error.statusCode : 500;
}

/** The `err` text of an `api_response`. docs/protocol.md, section 1.5. */
export function errorText(error: unknown): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({
    type: error instanceof CtiError ? error.type : name,
    message,
    stack: stack?.split('\n') ?? [],
    retryStatus: 'none',
    statusCode: statusOf(error),
  });
}

// Commands: every operation that API objects send, how its arguments are checked, and how its caller hears of the end.
import { tellingWaits } from '../conduit/native-promise.js';
import type { RequestOptions } from '../conduit/request-client.js';
import { CommandError, CommandErrorType } from '../errors/command-error.js';
import type { Logger } from '../log/logger.js';

/** What a caller may hand to a command instead of taking its promise. */
export interface Callbacks<Result = unknown> {
  /** Called once with the data of the answer, if the command worked. */
  success?: (data: Result) => void;
  /**
   * Called once if it did not work; never both. Existing code gets what it expects: a text, for errors of the service a JSON
   * with `type` and `message`, for `contact.accept()` always `error`. The second argument says what has gone wrong, as an object.
   */
  failure?: (text: string, error: CommandError) => void;
}

/** One command as it is sent. */
export interface Command<Result> extends RequestOptions {
  operation: string;
  /** Checks the arguments and makes the parameters; what it throws is the command's failure, and nothing is sent. */
  params: () => Readonly<Record<string, unknown>>;
  /** What `failure` gets as its text, whatever has gone wrong. Left out: the error's own. */
  failureText?: string;
  /** Called when the service has agreed: does what remains to be done, and makes the result for the caller. */
  finish?: (data: unknown) => Result | Promise<Result>;
}

/** Turns of the queue of promises after which nobody is expected to take one any more. */
const TURNS = 3;

/**
 * A promise whose failure is logged, and raises no `unhandledrejection`, if nobody takes it.
 * @param outcome a promise of the language itself, such as an async function gives.
 * @param operation what is said to have failed.
 * @param log told of it.
 */
export function loggedUnlessTaken<Result>(outcome: Promise<Result>, operation: string, log: Logger): Promise<Result> {
  let isTaken = false;
  const isOver = outcome.then(
    () => true,
    () => true,
  );
  void outcome.catch(async (error: unknown) => {
    // Whoever waits by `await`, or hands the promise on, does so a moment later; a wrong argument has failed by then.
    for (let turn = 0; turn < TURNS; turn++) await isOver;
    if (!isTaken) log.error('%s failed and nobody took the failure.', operation).withException(error);
  });
  return tellingWaits(outcome, () => (isTaken = true));
}

/** Sends one request over the present link. */
export type RequestCall = (
  method: string,
  params: Readonly<Record<string, unknown>>,
  options: RequestOptions,
) => Promise<unknown>;

/** Sends commands and tells their callers how they ended, exactly once. */
export class CommandSender {
  readonly #call: RequestCall;
  readonly #log: Logger;

  /**
   * @param call sends a request over the present link; rejects with a CommandError.
   * @param log told of failures that nobody takes.
   */
  constructor(call: RequestCall, log: Logger) {
    this.#call = call;
    this.#log = log;
  }

  /**
   * Sends a command.
   * @param command operation, parameters, and what follows.
   * @param callbacks if one of them is given, it is called and nothing is returned.
   * @returns otherwise a promise; if nobody takes it, its failure is logged and raises no `unhandledrejection`.
   */
  send<Result = unknown>(command: Command<Result>, callbacks?: Callbacks<Result> | null): Promise<Result> | undefined {
    const outcome = this.#run(command);
    if (callbacks?.success || callbacks?.failure) {
      this.#tell(command, outcome, callbacks);
      return undefined;
    }
    return loggedUnlessTaken(outcome, command.operation, this.#log);
  }

  async #run<Result>({ operation, params, finish, deadline, signal }: Command<Result>): Promise<Result> {
    const data = await this.#call(operation, this.#check(operation, params), { deadline, signal });
    return finish ? finish(data) : (data as Result);
  }

  #check(operation: string, params: Command<unknown>['params']): Readonly<Record<string, unknown>> {
    try {
      return params();
    } catch (cause) {
      if (cause instanceof CommandError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `${operation} was not sent: ${reason}`;
      throw new CommandError({ operation, type: CommandErrorType.INVALID_ARGUMENT, message, cause });
    }
  }

  #tell<Result>(command: Command<Result>, outcome: Promise<Result>, callbacks: Callbacks<Result>): void {
    const { operation, failureText } = command;
    const guarded = (callback: () => void) => {
      try {
        callback();
      } catch (error) {
        this.#log.error('A callback of %s failed.', operation).withException(error);
      }
    };
    outcome.then(
      (data) => guarded(() => callbacks.success?.(data)),
      (error: CommandError) => {
        if (callbacks.failure) guarded(() => callbacks.failure?.(failureText ?? String(error), error));
        else this.#log.error('%s failed and has no failure callback.', operation).withException(error);
      },
    );
  }
}

// A command on its way: sent, then followed until the state shows what came of it.
import { promised } from '../../src/conduit/native-promise.js';
// Not from the index: a view that is loaded on demand comes here, and esbuild would begin the page's runtime too late.
import { CommandError, CommandErrorType } from '../../src/errors/command-error.js';
import type { HostState } from '../host/state.js';
import type { HostStore } from '../host/store.js';

/** How a command ended. */
export interface Outcome {
  readonly phase: 'confirmed' | 'unconfirmed' | 'failed';
  readonly error: CommandError | null;
}

/** A command: how it is sent, and what proves it. */
export interface Command {
  /** Sends it; what it throws or rejects with is the service's refusal. */
  send(): unknown;
  /** True once the state shows its effect. With neither this nor {@link hears}, the answer is all the proof that there is. */
  isShown?(state: HostState): boolean;
  /**
   * Listens for the word that proves it, where the state may look as wished already: then it is sent all the same, and what was said
   * before proves nothing.
   * @param heard to be called when it has come.
   * @param signal ends the listening.
   */
  hears?(heard: () => void, signal: AbortSignal): void;
  /** True once its effect can no longer come about, such as when the contact is gone. */
  isLost?(state: HostState): boolean;
  /** True for what is said beside the contact and changes nothing about it: it is not among what is pending there. */
  readonly isAside?: boolean;
  /** Milliseconds within which its answer is waited for; {@link ANSWER_TIME} if left out. */
  readonly answerTime?: number;
}

/** Milliseconds within which an answer is waited for. */
export const ANSWER_TIME = 10_000;

/** Milliseconds within which the state is to show an effect, once the service has agreed. */
const PROOF_TIME = 5_000;

/** Milliseconds within which the state may still show an effect, though the service has refused. */
const REFUSAL_TIME = 1_000;

/** Errors that this library has raised itself, before anything was sent or because nobody can answer any more. */
const OWN_TYPES: readonly string[] = [
  CommandErrorType.ABORTED,
  CommandErrorType.FRAME_REPLACED,
  CommandErrorType.TERMINATED,
  CommandErrorType.NOT_CONNECTED,
  CommandErrorType.INVALID_ARGUMENT,
  CommandErrorType.UNSUPPORTED,
];

/** Any failure as a CommandError; one of another copy of the library is passed on. */
export function asCommandError(operation: string, cause: unknown): CommandError {
  if (cause instanceof Error && cause.name === 'CommandError') return cause as CommandError;
  const { name, message } = cause instanceof Error ? cause : { name: '', message: String(cause) };
  const type = name === 'StateError' ? CommandErrorType.NOT_CONNECTED : CommandErrorType.INVALID_ARGUMENT;
  return new CommandError({ operation, type, message, cause });
}

/** An error of the elements themselves: the command was not sent, or can no longer take effect. */
export function refusal(operation: string, message: string, type: string): CommandError {
  return new CommandError({ operation, type, message });
}

/**
 * Sends a command and follows it to its end. Always settles, and then no timer or subscription of it is left.
 * @param operation its verb, for errors.
 * @param command what to send, and what proves it.
 * @param store where the state is.
 */
export function follow(operation: string, command: Command, store: Pick<HostStore, 'subscribe'>): Promise<Outcome> {
  return promised((resolve) => {
    const scope = new AbortController();
    const isProven = command.isShown !== undefined || command.hears !== undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const end = (phase: Outcome['phase'], error: CommandError | null = null): void => {
      if (scope.signal.aborted) return;
      clearTimeout(timer);
      scope.abort();
      resolve({ phase, error });
    };
    const endIn = (milliseconds: number, phase: Outcome['phase'], error: CommandError | null = null): void => {
      clearTimeout(timer);
      if (!scope.signal.aborted) timer = setTimeout(() => end(phase, error), milliseconds);
    };
    const look = (state: HostState): void => {
      // A host that has been stopped shows nothing, which proves nothing.
      if (!state.agent) end('unconfirmed');
      else if (command.isShown?.(state)) end('confirmed');
      else if (command.isLost?.(state)) end('unconfirmed');
    };
    const answered = (): void => {
      if (isProven) endIn(PROOF_TIME, 'unconfirmed');
      else end('confirmed');
    };
    const refused = (cause: unknown): void => {
      const error = asCommandError(operation, cause);
      if (error.type === CommandErrorType.TIMEOUT) end('unconfirmed', error);
      else if (!isProven || OWN_TYPES.includes(error.type)) end('failed', error);
      else endIn(REFUSAL_TIME, 'failed', error);
    };

    if (isProven) store.subscribe((state) => state, look, scope.signal);
    command.hears?.(() => end('confirmed'), scope.signal);
    if (scope.signal.aborted) return;
    endIn(command.answerTime ?? ANSWER_TIME, 'unconfirmed');
    void (async () => {
      try {
        await command.send();
      } catch (error) {
        return refused(error);
      }
      answered();
    })();
  });
}

/**
 * Waits until something shows in the state.
 * @param store where the state is.
 * @param find takes it out of the state; returns undefined as long as it is not there.
 * @param late what is found once so many milliseconds have passed; without it, it is waited for as long as the host lives.
 * @returns what was found, or null if the host was stopped.
 */
export function found<T, Late = never>(
  store: HostStore,
  find: (state: HostState) => T | undefined,
  late?: { readonly time: number; readonly then: Late },
): Promise<T | Late | null> {
  return promised((resolve) => {
    const scope = new AbortController();
    const end = (result: T | Late | null): void => {
      clearTimeout(timer);
      scope.abort();
      resolve(result);
    };
    const timer = late && setTimeout(() => end(late.then), late.time);
    const look = (state: HostState): void => {
      const result = state.agent ? find(state) : null;
      if (result !== undefined && !scope.signal.aborted) end(result);
    };
    store.subscribe((state) => state, look, scope.signal);
  });
}

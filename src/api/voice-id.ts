// Voice ID: Amazon ended the service on 2026-05-20. Code that still asks for it gets a clear answer.
import { CommandError } from '../errors/command-error.js';

/** The type of what is asked for in vain. */
const SERVICE_ENDED = 'service-ended';

/**
 * The answer to everything that is asked of Voice ID.
 * @param operation what is asked for.
 * @param given what it was asked with: it changes nothing, and is the error's cause.
 * @returns rejects with a CommandError.
 */
export function voiceIdEnded(operation: string, ...given: readonly unknown[]): Promise<never> {
  const refusal = Promise.reject(
    new CommandError({
      operation,
      type: SERVICE_ENDED,
      message: `${operation}: Amazon Connect Voice ID ended on 2026-05-20`,
      hint: 'Remove the call: Amazon has no successor for it, and the caller can be asked for what they know instead.',
      cause: given.length > 0 ? given : undefined,
    }),
  );
  // Nobody has to take it.
  refusal.catch(() => {});
  return refusal;
}

// Calling what may be the page's own code.

/**
 * Calls something that may throw. A fault is reported as one of the page's, as browsers report those of event listeners, and is
 * nobody else's: all others are called all the same.
 * @param call what to call.
 */
export function attempt(call: () => unknown): void {
  try {
    call();
  } catch (error) {
    reportError(error);
  }
}

// Functions that are told of something; one that throws keeps it from nobody.

/** Told of a change. */
export type Listener<Event> = (event: Event) => unknown;

/**
 * Runs what may throw, or give a promise that rejects.
 * @param run it is run at once.
 * @param failed told of either.
 */
export function runQuietly(run: () => unknown, failed: (error: unknown) => void): void {
  try {
    const outcome = run();
    if (outcome instanceof Promise) void outcome.catch(failed);
  } catch (error) {
    failed(error);
  }
}

/** Those who want to be told of one kind of change. */
export class Listeners<Event> {
  readonly #all = new Set<Listener<Event>>();
  readonly #failed: (error: unknown) => void;

  /** @param failed told when one throws or rejects. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  add(listener: Listener<Event>): void {
    this.#all.add(listener);
  }

  remove(listener: Listener<Event>): void {
    this.#all.delete(listener);
  }

  clear(): void {
    this.#all.clear();
  }

  tell(event: Event): void {
    for (const listener of [...this.#all]) runQuietly(() => listener(event), this.#failed);
  }
}

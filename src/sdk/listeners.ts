// Functions that are told of something; one that throws keeps it from nobody.

/** Told of a change. */
export type Listener<Event> = (event: Event) => unknown;

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
    for (const listener of [...this.#all]) void (async () => listener(event))().catch(this.#failed);
  }
}

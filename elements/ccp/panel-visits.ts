// Showing the panel of a headless host for as long as a contact is worked on in it.
import { found } from '../commands/command.js';
import { isOver } from '../commands/target.js';
import { promised } from '../../src/conduit/native-promise.js';
import type { HostStore } from '../host/store.js';

/** The contacts for which the panel is shown. */
export class PanelVisits {
  readonly #store: HostStore;
  readonly #changed: () => void;
  readonly #contacts = new Map<string, AbortController>();

  /**
   * @param store where the state is.
   * @param changed called when the panel is to be shown, or no longer.
   */
  constructor(store: HostStore, changed: () => void) {
    this.#store = store;
    this.#changed = changed;
  }

  /** True while the panel is to be shown. */
  get isShown(): boolean {
    return this.#contacts.size > 0;
  }

  /**
   * Has the panel shown until a contact is over, the agent closes it, or the host is stopped.
   * @param contactId id of the contact.
   */
  async during(contactId: string): Promise<void> {
    const closing = this.#contacts.get(contactId) ?? new AbortController();
    this.#contacts.set(contactId, closing);
    this.#changed();
    const { signal } = closing;
    await promised<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      void found(this.#store, (state) => signal.aborted || isOver(state, contactId) || undefined).then(() => resolve());
    });
    if (this.#contacts.get(contactId) === closing) this.#contacts.delete(contactId);
    this.#changed();
  }

  /** Closes the panel, whichever contact it is shown for. */
  close(): void {
    const all = [...this.#contacts.values()];
    this.#contacts.clear();
    for (const closing of all) closing.abort();
  }
}

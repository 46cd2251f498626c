// Showing the panel of a headless host for as long as a contact is worked on in it.
import { found } from '../commands/command.js';
import { isOver } from '../commands/target.js';
import type { HostStore } from '../host/store.js';

/** The contacts for which the panel is shown. */
export class PanelVisits {
  readonly #store: HostStore;
  readonly #changed: () => void;
  readonly #contacts = new Set<string>();

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
   * Has the panel shown until a contact is over, or the host is stopped.
   * @param contactId id of the contact.
   */
  async during(contactId: string): Promise<void> {
    this.#contacts.add(contactId);
    this.#changed();
    await found(this.#store, (state) => isOver(state, contactId) || undefined);
    this.#contacts.delete(contactId);
    this.#changed();
  }
}

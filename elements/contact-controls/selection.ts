// Which contact is selected: the host's choice; while it has none, one that stays the same as contacts come and go.
import type { ContactView, HostState } from '../host/state.js';

/** The selected contact of one element. */
export class Selection {
  #contactId: string | null = null;
  #hostContactId: string | null = null;

  /** Id of the selected contact, or null while there is none. */
  get contactId(): string | null {
    return this.#contactId;
  }

  /** Selects a contact; the host's next word overrules it. */
  select(contactId: string): void {
    this.#contactId = contactId;
  }

  /** Forgets everything: another host. */
  clear(): void {
    this.#contactId = this.#hostContactId = null;
  }

  /**
   * Looks at a new state.
   * @returns the selected contact: the one that was, else one that rings, else the first.
   */
  update({ contacts, selectedContactId }: Pick<HostState, 'contacts' | 'selectedContactId'>): ContactView | null {
    if (selectedContactId !== null && selectedContactId !== this.#hostContactId) this.#contactId = selectedContactId;
    this.#hostContactId = selectedContactId;
    const selected =
      contacts.find(({ contactId }) => contactId === this.#contactId) ??
      contacts.find(({ ringing }) => ringing) ??
      contacts[0];
    this.#contactId = selected?.contactId ?? null;
    return selected ?? null;
  }
}

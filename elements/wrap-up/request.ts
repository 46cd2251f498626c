// What <connect-wrap-up> asks the page: to keep the code and the notes of a contact.
import { ConnectRequestEvent } from '../host/requests.js';

/** What an agent has said about a contact. */
export interface WrapUp {
  readonly contactId: string;
  /** The value of the chosen code, or null. */
  readonly code: string | null;
  readonly notes: string;
}

/**
 * Asks the page to keep the code and the notes of a contact, which is cleared then. `preventDefault()` leaves both to the page; a promise
 * given to `waitUntil` is waited for first, and keeps everything as it is if it rejects.
 */
export class ConnectWrapUpRequestEvent extends ConnectRequestEvent {
  /** The value of the chosen code, or null. */
  readonly code: string | null;
  readonly notes: string;
  /** What is waited for. */
  readonly #waits: Promise<unknown>[] = [];

  constructor({ contactId, code, notes }: WrapUp) {
    super('wrap-up', contactId);
    this.code = code;
    this.notes = notes;
  }

  /** Has the contact cleared only when a promise has resolved; if it rejects, its message is shown and nothing is lost. */
  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Settles with all of them. */
  get settled(): Promise<void> {
    return (async () => {
      for (const wait of this.#waits) await wait;
    })();
  }
}

/** The event of `<connect-wrap-up>`, by its name. */
export interface ConnectWrapUpEventMap {
  'connect-wrap-up-request': ConnectWrapUpRequestEvent;
}

declare global {
  interface HTMLElementEventMap extends ConnectWrapUpEventMap {}
  interface DocumentEventMap extends ConnectWrapUpEventMap {}
}

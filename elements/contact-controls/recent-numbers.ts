// The numbers that an agent has called, or been called from, as long as the page has this agent: nothing of them is stored.
import { isVoice } from '../host/contact.js';
import type { ContactView } from '../host/state.js';

const MOST = 5;

/** A number, and whose it is. */
export interface RecentNumber {
  readonly number: string;
  /** A name, or the number. */
  readonly who: string;
}

/** The numbers of one agent, the latest first. */
export class RecentNumbers {
  #list: readonly RecentNumber[] = [];

  get list(): readonly RecentNumber[] {
    return this.#list;
  }

  /** Notes the numbers of the contacts that are there. */
  note(contacts: readonly ContactView[]): void {
    for (const contact of contacts) {
      const { phoneNumber: number, identity, who } = contact;
      if (!number || !isVoice(contact)) continue;
      const recent = { number, who: identity?.name || who || number };
      const [first] = this.#list;
      if (first?.number === number && first.who === recent.who) continue;
      this.#list = [recent, ...this.#list.filter((one) => one.number !== number)].slice(0, MOST);
    }
  }

  /** Forgets them: another agent is there. */
  clear(): void {
    this.#list = [];
  }
}

// What agents have chosen and written about contacts, and not saved yet: as long as the page lives, whatever becomes of the element.
import { pageSlot } from '../page/page-slot.js';

/** What is not saved yet. */
export interface Draft {
  readonly code: string;
  readonly notes: string;
}

interface Drafts {
  readonly version: 1;
  readonly byContact: Map<string, Draft>;
}

/** Drafts that are kept: contacts whose end nobody has seen leave one behind. */
const KEPT = 100;

const drafts = (): Map<string, Draft> =>
  pageSlot<Drafts>('wrap-up-drafts', 1, () => ({ version: 1, byContact: new Map() })).byContact;

/** Drafts of one agent, who finds them again after their session was renewed; nobody else does. */
export class AgentDrafts {
  readonly #agent: string;

  /** @param agent who it is, and at which instance. */
  constructor(agent: string) {
    this.#agent = agent;
  }

  /** The draft of a contact; an empty one if there is none. */
  of(contactId: string): Draft {
    return drafts().get(this.#key(contactId)) ?? { code: '', notes: '' };
  }

  /** Keeps a draft. */
  keep(contactId: string, changes: Partial<Draft>): void {
    const all = drafts();
    const draft = { ...this.of(contactId), ...changes };
    const key = this.#key(contactId);
    all.delete(key);
    all.set(key, draft);
    const [oldest] = all.keys();
    if (all.size > KEPT) all.delete(oldest);
  }

  /** Forgets the draft of a contact that is saved. */
  forget(contactId: string): void {
    drafts().delete(this.#key(contactId));
  }

  #key(contactId: string): string {
    return `${this.#agent}\n${contactId}`;
  }
}

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

/** The draft of a contact; an empty one if there is none. */
export const draftOf = (contactId: string): Draft => drafts().get(contactId) ?? { code: '', notes: '' };

/** Keeps a draft. */
export function keepDraft(contactId: string, changes: Partial<Draft>): void {
  const all = drafts();
  const draft = { ...draftOf(contactId), ...changes };
  all.delete(contactId);
  all.set(contactId, draft);
  const [oldest] = all.keys();
  if (all.size > KEPT) all.delete(oldest);
}

/** Forgets the draft of a contact that is saved. */
export const forgetDraft = (contactId: string): void => void drafts().delete(contactId);

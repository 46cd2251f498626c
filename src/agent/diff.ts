// What one snapshot changed against the one before.
import { transitionEvents } from '../events/event-graph.js';
import type { ContactEventName } from '../events/event-names.js';
import type { ContactRecord, IndexedSnapshot } from './snapshot.js';

/** The states of the agent that two snapshots differ in. */
export interface AgentStateChange {
  readonly oldName: string;
  readonly newName: string;
  readonly oldType: string;
  readonly newType: string;
  readonly oldNextName: string | undefined;
  readonly newNextName: string | undefined;
}

/** What contacts two snapshots differ in, and those in both. */
export interface ContactsChange {
  readonly added: readonly ContactRecord[];
  readonly removed: readonly ContactRecord[];
  /** In the order of the old snapshot, as for those removed. */
  readonly common: readonly { readonly before: ContactRecord; readonly now: ContactRecord }[];
}

/** What the agent's state counts as before the first snapshot. Protocol section 6.5. */
const INITIAL_TYPE = 'init';
const INITIAL_NAME = 'Init';

/** Compares the agent's state in two snapshots. */
export function diffAgent(before: IndexedSnapshot | null, now: IndexedSnapshot): AgentStateChange {
  return {
    oldName: before?.agent.state.name ?? INITIAL_NAME,
    newName: now.agent.state.name,
    oldType: before?.agent.state.type ?? INITIAL_TYPE,
    newType: now.agent.state.type,
    oldNextName: before?.agent.nextState?.name,
    newNextName: now.agent.nextState?.name,
  };
}

/** Compares the contacts of two snapshots by id. */
export function diffContacts(before: IndexedSnapshot | null, now: IndexedSnapshot): ContactsChange {
  const added: ContactRecord[] = [];
  const removed: ContactRecord[] = [];
  const common: { before: ContactRecord; now: ContactRecord }[] = [];
  for (const [contactId, record] of now.contacts) if (!before?.contacts.has(contactId)) added.push(record);
  for (const [contactId, record] of before?.contacts ?? []) {
    const still = now.contacts.get(contactId);
    if (still) common.push({ before: record, now: still });
    else removed.push(record);
  }
  return { added, removed, common };
}

/** The events of a contact's change between two snapshots; `before` is null when it is new. */
export function contactTransition(before: ContactRecord | null, now: ContactRecord): readonly ContactEventName[] {
  return transitionEvents(before?.data.state.type ?? INITIAL_TYPE, now.data.state.type);
}

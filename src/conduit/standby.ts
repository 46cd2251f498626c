// What an agent still sees of a region that stands by. The worker leaves out the rest, and the page what comes before the worker knows.
import type { AgentSnapshotData } from './wire.js';

/** Contacts that have begun are brought to their end. docs/protocol.md, section 10.1. */
const KEPT = ['connected', 'ended'];

/** A snapshot without the contacts that wait for the agent. */
export const withoutWaitingContacts = (snapshot: AgentSnapshotData): AgentSnapshotData => ({
  ...snapshot,
  contacts: snapshot.contacts.filter(({ state }) => KEPT.includes(state.type)),
});

// Handing a call over without a talk before: call the other side, and leave once it has answered; else back to the customer.
import { CommandErrorType } from '../../src/errors/command-error.js';
import { type Command, follow, found, type Outcome, refusal } from './command.js';
import type { CommandTerms } from './terms.js';
import type { ConnectionView, HostState } from '../host/state.js';
import type { HostStore } from '../host/store.js';

const OPERATION = 'transfer';

/** Milliseconds after which nobody is expected to answer any more: the customer has waited long enough. */
export const RING_TIME = 90_000;

/** What a transfer is made of. */
export interface ColdTransfer {
  /** Id of the contact. */
  readonly id: string;
  readonly store: HostStore;
  readonly terms: CommandTerms;
  /** The parties before it. */
  readonly before: readonly ConnectionView[];
  readonly add: Command;
  readonly leave: Command;
  /** Hangs up on parties. */
  cancel(parties: readonly ConnectionView[]): Command;
  /** Takes parties off hold. */
  resume(parties: readonly ConnectionView[]): Command;
}

/** Carries a transfer out; the customer is never left alone on hold. */
export async function coldTransfer(given: ColdTransfer): Promise<Outcome> {
  const { id, store, terms, before, add, leave, cancel, resume } = given;
  const known = before.map(({ connectionId }) => connectionId);
  const talking = before.filter(({ state }) => state === 'connected').map(({ connectionId }) => connectionId);

  const connectionsIn = ({ contacts }: HostState): readonly ConnectionView[] | undefined =>
    contacts.find(({ contactId }) => contactId === id)?.connections;

  /** The other side, once it is called. */
  const calledIn = (state: HostState): ConnectionView | undefined =>
    connectionsIn(state)?.findLast(({ connectionId, type }) => !known.includes(connectionId) && type !== 'monitoring');

  /** What became of the call to the other side; undefined while it rings. */
  const answerIn = (state: HostState): 'answered' | 'customer-left' | 'vanished' | undefined => {
    const connections = connectionsIn(state) ?? [];
    const isThere = ({ connectionId, state: now }: ConnectionView): boolean =>
      known.includes(connectionId) && now !== 'disconnected';
    if (!connections.some(isThere)) return 'customer-left';
    const called = calledIn(state);
    if (called?.state === 'connected') return 'answered';
    return called?.state === 'connecting' ? undefined : 'vanished';
  };

  /**
   * Those who talked before talk again: only parties that the transfer has put on hold are taken off hold.
   * @returns false if that has not shown.
   */
  const rollBack = async (): Promise<boolean> => {
    const held = (connectionsIn(store.state) ?? []).filter(
      ({ connectionId, state }) => state === 'hold' && talking.includes(connectionId),
    );
    return held.length === 0 || (await follow(OPERATION, resume(held), store)).phase === 'confirmed';
  };

  const added = await follow(OPERATION, add, store);
  if (added.phase !== 'confirmed') {
    await rollBack();
    return added;
  }
  const answer = await found(store, answerIn, { time: RING_TIME, then: 'rings-on' } as const);
  if (answer === null) return { phase: 'unconfirmed', error: null };
  if (answer === 'answered') return follow(OPERATION, leave, store);
  const called = answer === 'rings-on' ? calledIn(store.state) : undefined;
  if (called) await follow(OPERATION, cancel([called]), store);
  // Only what has shown is said: "You are with the customer again".
  if (!(await rollBack())) return { phase: 'unconfirmed', error: null };
  const message = answer === 'customer-left' ? terms.customerLeft : terms.noAnswer;
  return { phase: 'failed', error: refusal(OPERATION, message, CommandErrorType.ABORTED) };
}

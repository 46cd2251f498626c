// What commands are made of: the request, the contact that it is about, and the proofs that they have in common.
import type { Connect, Contact, EndpointLike } from '../../src/index.js';
import type { Command, Outcome } from './command.js';
import { isActiveParty, isFinished } from '../verbs/contact-verbs.js';
import type { ConnectionView, ContactView, HostState } from '../host/state.js';
import type { HostStore } from '../host/store.js';

/** Messages for commands that cannot be carried out. */
export interface CommandTerms {
  readonly notReady: string;
  readonly noContact: string;
  readonly contactOver: string;
  readonly nobodyTalks: string;
  readonly nobodyWaits: string;
  readonly noAnswer: string;
  readonly customerLeft: string;
  readonly noSuchState: (name: string, states: readonly string[]) => string;
  readonly noSuchCommand: (name: string) => string;
}

/** What a request may say. Its class does not matter: it may come from another copy of the library. */
export interface RequestFields {
  readonly type: string;
  readonly contactId: string | null;
  readonly connectionId?: string | null;
  readonly agentState?: string;
  readonly digits?: string;
  readonly endpoint?: EndpointLike;
  readonly device?: string;
  readonly deviceId?: string;
}

/** What commands work with. */
export interface CommandScope {
  readonly connect: Connect;
  readonly store: HostStore;
  readonly terms: CommandTerms;
  /** Opens the sign-in window. */
  login(): void;
  /** Signs the agent out. */
  logout(): unknown;
  /** Has the page's own ringer use a device; false if there is none. */
  ringOn(deviceId: string): boolean;
}

/** A command: one step with its proof, or a sequence of steps that runs by itself. */
export type HostCommand = Command | { run(): Promise<Outcome> };

/** Turns a request into a command; throws if the present state does not allow it. */
export type CommandMaker = (request: RequestFields, scope: CommandScope) => HostCommand;

/** A contact that a request is about. */
export interface Target {
  readonly id: string;
  /** As it stands. */
  readonly view: ContactView;
  /** As the API has it. */
  readonly api: Contact;
  readonly parties: readonly ConnectionView[];
}

/** A contact in the state, or undefined. */
export const viewOf = ({ contacts }: HostState, id: string): ContactView | undefined =>
  contacts.find(({ contactId }) => contactId === id);

/** True once the agent is done with a contact, whether it has been cleared yet or not. */
export function isOver(state: HostState, id: string): boolean {
  const view = viewOf(state, id);
  return !view || isFinished(view);
}

/** The parties of a contact that are there. */
export const partiesOf = (state: HostState, id: string): readonly ConnectionView[] =>
  viewOf(state, id)?.connections.filter(({ type, state: now }) => isActiveParty({ type, state: now })) ?? [];

/** True for parties in a state. */
export const inState = (type: string) => (party: ConnectionView) => party.state === type;

/**
 * The contact that a request is about.
 * @throws Error if it names none, or one that is not there.
 */
export function targetOf({ contactId }: RequestFields, { connect, store, terms }: CommandScope): Target {
  const view = contactId ? viewOf(store.state, contactId) : undefined;
  if (!contactId || !view) throw new Error(contactId ? terms.contactOver : terms.noContact);
  return { id: contactId, view, api: new connect.Contact(contactId), parties: partiesOf(store.state, contactId) };
}

/** A command about a contact, which can no longer work once the contact is over. */
export function about(
  id: string,
  isShown: (view: ContactView, state: HostState) => boolean,
  send: () => unknown,
): Command {
  return {
    send,
    isShown: (state) => {
      const view = viewOf(state, id);
      return view !== undefined && isShown(view, state);
    },
    isLost: (state) => isOver(state, id),
  };
}

/** A command that is done when the agent is done with a contact. */
export const ending = (id: string, send: () => unknown): Command => ({ send, isShown: (state) => isOver(state, id) });

/** A command about the connections of some parties. */
export function aboutParties(
  { id }: Target,
  chosen: readonly ConnectionView[],
  wanted: string,
  send: (connectionId: string) => unknown,
): Command {
  const ids = chosen.map(({ connectionId }) => connectionId);
  const isShown = (view: ContactView): boolean =>
    view.connections.every(({ connectionId, state }) => !ids.includes(connectionId) || state === wanted);
  return about(id, isShown, () => Promise.all(ids.map(send)));
}

// What commands are made of: the request, the contact that it is about, and the proofs that they have in common.
import type { Connect, Contact, EndpointLike } from '../../src/index.js';
import type { Command, Outcome } from './command.js';
import { isActiveParty, isFinished, isVoice } from '../host/contact.js';
import { contactIdOf } from './request-fields.js';
import type { CommandTerms } from './terms.js';
import type { ConnectionView, ContactView, HostState } from '../host/state.js';
import type { HostStore } from '../host/store.js';

/** What commands work with. */
export interface CommandScope {
  readonly connect: Connect;
  readonly store: HostStore;
  readonly terms: CommandTerms;
  /** Opens the mini panel. */
  openMiniPanel(): Promise<boolean>;
  /** Opens the sign-in window. */
  login(): void;
  /** Signs the agent out. */
  logout(): unknown;
  /** Has the page's own ringer use a device; false if there is none. */
  ringOn(deviceId: string): boolean;
}

/** A command: one step with its proof, or a sequence of steps that runs by itself. */
export type HostCommand = Command | { run(): Promise<Outcome> };

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
export function targetOf(request: object, { connect, store, terms }: CommandScope): Target {
  const contactId = contactIdOf(request);
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
  return about(id, isShown, async () => {
    // All at once; the first failure, if there is one, is that of the command.
    for (const sent of ids.map(send)) await sent;
  });
}

/** Brings parties back: several at once as a conference, if the customer is among them, else each by itself. */
export function resumeParties(target: Target, chosen: readonly ConnectionView[], connect: Connect): Command {
  const { id, api } = target;
  const customer = api.getInitialConnection()?.getConnectionId();
  const isConference = chosen.length > 1 && chosen.some(({ connectionId }) => connectionId === customer);
  const each = aboutParties(target, chosen, 'connected', (party) => new connect.Connection(id, party).resume());
  return isConference ? { ...each, send: () => api.conferenceConnections() } : each;
}

/** Calls one more into a contact. Adding a connection to anything but a call hands it over. */
export function addingParty({ id, api, view, parties }: Target, endpoint: EndpointLike): Command {
  const before = parties.map(({ connectionId }) => connectionId);
  const isNew = ({ connectionId, state, type }: ConnectionView): boolean =>
    !before.includes(connectionId) && isActiveParty({ type, state });
  return about(
    id,
    ({ connections }) => connections.some(isNew),
    () => (isVoice(view) ? api.addConnection(endpoint) : api.addParticipant(endpoint)),
  );
}

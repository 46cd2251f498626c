// Agent and contacts as elements see them, made of the agent's data; what did not change stays the same object.
import type { AgentState, ConnectionData, ContactData, SnapshotUpdate, WireEndpoint } from '../../src/index.js';
import { isActiveParty, isFinished, isVoice } from './contact.js';
import { type ContactMessages, NO_MESSAGES } from './message-board.js';
import { type ContactTraits, situationOf, traitsOf, type VerbsOf } from './situation.js';
import {
  type AgentStateChoice,
  type AgentView,
  type ContactIdentity,
  type ContactReference,
  type ContactVerb,
  type ContactView,
  type HostState,
  withChanges,
} from './state.js';
import { deepFreeze, sameData, sameOr } from '../page/data.js';

/** A contact without the members that are derived from the others. */
type ContactFacts = Omit<ContactView, 'can' | 'pending' | 'identity' | keyof ContactMessages>;

/** What is kept of a contact from one update to the next. */
interface Entry {
  readonly facts: ContactFacts;
  readonly traits: ContactTraits;
  readonly muted: boolean;
  readonly messages: ContactMessages;
  readonly view: ContactView;
}

/** States in which the agent works on a contact. */
const WORKED_ON: readonly string[] = ['connected', 'paused'];

const NONE: readonly never[] = Object.freeze([]);

/** Milliseconds by which times may differ and still count as the same: the worker's measure of the skew jitters. */
const JITTER = 1_000;

/** The value if it is text, else an empty text: the wire may carry anything. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The list without empty items; an empty list if the wire carried something else. */
const list = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? value.filter(Boolean) : NONE;

const choice = ({ name, type }: AgentState): AgentStateChoice => ({ name: text(name), type: text(type) });

/** A server time in epoch milliseconds of the page's clock. If the service does not send it, the old one stays. */
function pageTime(moment: Date | undefined, skew: number, old: number | undefined): number {
  const time = new Date(moment ?? NaN).getTime() - skew;
  if (Number.isNaN(time)) return old ?? Date.now();
  return old !== undefined && Math.abs(old - time) < JITTER ? old : Math.round(time);
}

const numberOf = (endpoint: WireEndpoint | null | undefined): string =>
  text(endpoint?.phoneNumber).replace(/^sip:([^@]+)@.*$/, '$1');

/** The name of an endpoint, or else its address. */
function nameOf(endpoint: WireEndpoint | null | undefined): string {
  const { name, displayName, emailAddress, agentLogin } = endpoint ?? {};
  return (
    text(name) || (emailAddress && text(displayName)) || numberOf(endpoint) || text(emailAddress) || text(agentLogin)
  );
}

function whoOf({ endpoint, quickConnectName, monitoringInfo }: ConnectionData): string {
  const { agentName } = (monitoringInfo?.agent ?? {}) as { agentName?: unknown };
  return text(quickConnectName) || nameOf(endpoint) || text(agentName);
}

/** Who an e-mail is of is in its address; everything else is named by the service, or by who takes part. */
function contactWho(data: ContactData, customer: ConnectionData | undefined): string {
  const named = text(data.name) || text(customer?.chatMediaInfo?.customerName);
  const taking = (customer ? whoOf(customer) : '') || nameOf(data.customerEndpoint);
  return data.type === 'email' ? taking || named : named || taking;
}

/** State of a connection. A supervisor's is whether they listen or take part, which a service may say in two places. */
function connectionState({ type, state, monitorStatus }: ConnectionData): string {
  const isThere = type === 'monitoring' && state.type === 'connected';
  return (isThere && text(monitorStatus).toLowerCase()) || text(state.type);
}

/** True while a contact in this state asks for the agent: a callback when it comes in, everything else when it connects. */
function isRinging({ type, state, connections }: ContactData): boolean {
  if (type === 'queue_callback') return state.type === 'incoming';
  if (state.type === 'incoming') return true;
  const initial = connections.find((connection) => connection.initial);
  return state.type === 'connecting' && initial?.type !== 'outbound' && initial?.type !== 'monitoring';
}

/** Since when somebody waits: whoever has waited longest counts. */
function heldSince(data: ContactData, skew: number, old: number | null | undefined): number | null {
  const waiting = data.connections.filter(
    ({ type, state }) => state.type === 'hold' && isActiveParty({ type, state: 'hold' }),
  );
  if (!isVoice(data) || data.state.type !== 'connected' || waiting.length === 0) return null;
  return Math.min(...waiting.map(({ state }) => pageTime(state.timestamp, skew, old ?? undefined)));
}

/** When the agent took it up, and how long it took. */
function courseOf(type: string, since: number, old: ContactFacts | undefined): Pick<ContactFacts, 'begun' | 'lasted'> {
  const isOver = isFinished({ state: { type } });
  // A clock that was set moves all moments alike.
  const setBy = old?.state.type === type ? since - old.state.since : 0;
  const begun = old && old.begun !== null ? old.begun + setBy : WORKED_ON.includes(type) ? since : null;
  return { begun, lasted: old?.lasted ?? (isOver && begun !== null ? Math.max(0, since - begun) : null) };
}

/** What a task refers to; of whatever else stands there, the text. */
function referencesOf(references: ContactData['references']): Readonly<Record<string, ContactReference>> {
  const read = ([name, one]: [string, unknown]): [string, ContactReference][] => {
    const { type, value } = (typeof one === 'object' && one !== null ? one : { value: one }) as Record<string, unknown>;
    return text(value) ? [[name, { type: text(type), value: text(value) }]] : [];
  };
  return Object.fromEntries(Object.entries({ ...references }).flatMap(read));
}

const subjectOf = ({ type, name, segmentAttributes }: ContactData): string | null =>
  type === 'email' ? text(segmentAttributes?.['connect:EmailSubject']?.ValueString) || text(name) || null : null;

function factsOf(data: ContactData, state: string, skew: number, old: ContactFacts | undefined): ContactFacts {
  const { contactId, type, connections, queue, attributes } = data;
  const customer = connections.find((connection) => connection.initial && connection.type !== 'agent');
  const sinceOld = old?.state.type === state ? old.state.since : undefined;
  const since = pageTime(data.state.timestamp, skew, sinceOld);
  return {
    contactId,
    type: text(type),
    state: { type: state, since },
    ...courseOf(state, since, old),
    heldSince: heldSince(data, skew, old?.heldSince),
    name: text(data.name) || null,
    description: text(data.description) || null,
    references: referencesOf(data.references),
    subject: subjectOf(data),
    ringing: isRinging(data),
    who: contactWho(data, customer),
    phoneNumber: numberOf(customer?.endpoint) || null,
    emailAddress: text(customer?.endpoint?.emailAddress) || text(data.customerEndpoint?.emailAddress) || null,
    queue: text(queue?.name) || null,
    attributes: Object.fromEntries(Object.entries({ ...attributes }).map(([name, one]) => [name, text(one?.value)])),
    connections: connections.map((connection) => ({
      connectionId: connection.connectionId,
      type: text(connection.type),
      state: connectionState(connection),
      who: whoOf(connection),
    })),
  };
}

/** The agent's state after a contact that they did not take. */
const MISSED_CALL = 'MissedCallAgent';

/**
 * State of a contact. Some services end a contact that nobody took as one that has failed; it was missed, or rejected, if it rang until
 * then and the agent had not accepted it.
 */
function stateOf({ state }: ContactData, agent: AgentView, old: ContactView | undefined): string {
  const type = text(state.type);
  const { name, type: agentType } = agent.state;
  if (type !== 'error' || (agentType === 'error' && name !== MISSED_CALL)) return type;
  if (!old) return name === MISSED_CALL ? 'missed' : type;
  if (isFinished(old)) return old.state.type;
  if (!old.ringing || old.pending.includes('accept')) return type;
  return old.pending.includes('reject') ? 'rejected' : 'missed';
}

function agentView({ agent, configuration, skew }: SnapshotUpdate, old: AgentView | null): AgentView {
  const { state, nextState: next } = agent;
  const sinceOld = old?.state.name === state.name ? old.state.since : undefined;
  const now: AgentView = {
    name: text(configuration.name),
    state: { ...choice(state), since: pageTime(state.startTimestamp, skew, sinceOld) },
    nextState: next ? choice(next) : null,
    states: list(configuration.agentStates).map(choice),
    permissions: list(configuration.permissions).map(text),
    countries: list(configuration.dialableCountries).map(text),
  };
  return old && sameData(old, now) ? old : deepFreeze(now);
}

/** Makes the contacts of one host's state, and keeps what it takes to tell which of them have changed. */
export class ContactViews {
  readonly #identities = new Map<string, ContactIdentity>();
  readonly #pending = new Map<string, readonly ContactVerb[]>();
  readonly #verbsOf: VerbsOf;
  #entries = new Map<string, Entry>();
  #messagesOf: (contactId: string) => ContactMessages = () => NO_MESSAGES;

  /** @param verbsOf says what can be done with a contact. */
  constructor(verbsOf: VerbsOf) {
    this.#verbsOf = verbsOf;
  }

  /**
   * The state after an update of the agent's data.
   * @param update the data.
   * @param mute true if the agent's microphone is off.
   * @param old the state before.
   */
  withAgentData(update: SnapshotUpdate, mute: boolean, old: HostState): HostState {
    const { skew, contacts } = update;
    const agent = agentView(update, old.agent);
    const entries = new Map<string, Entry>();
    for (const { data } of contacts.values()) {
      entries.set(data.contactId, this.#entry(data, agent, skew, mute));
    }
    this.#entries = entries;
    for (const contactId of this.#identities.keys()) if (!entries.has(contactId)) this.#identities.delete(contactId);
    return this.#with(old, { agent, mute });
  }

  /** The state after the microphone was muted or unmuted. */
  withMute(old: HostState, mute: boolean): HostState {
    for (const [contactId, entry] of this.#entries) {
      if (entry.muted !== mute) this.#entries.set(contactId, this.#made(entry.facts, entry.traits, mute));
    }
    return this.#with(old, { mute });
  }

  /** The state after commands of one contact have begun or ended. */
  withPending(old: HostState, contactId: string, verbs: readonly ContactVerb[]): HostState {
    if (verbs.length > 0) this.#pending.set(contactId, verbs);
    else this.#pending.delete(contactId);
    const entry = this.#entries.get(contactId);
    if (!entry) return old;
    const view = deepFreeze({ ...entry.view, pending: this.#pendingOf(contactId) });
    this.#entries.set(contactId, { ...entry, view });
    return this.#with(old, {});
  }

  /** The state after the page has said who a contact is, or with null that it does not know. The contact has to be there. */
  withIdentity(old: HostState, contactId: string, identity: ContactIdentity | null): HostState {
    const entry = this.#entries.get(contactId);
    if (!entry || sameData(entry.view.identity, identity)) return old;
    if (identity) this.#identities.set(contactId, identity);
    else this.#identities.delete(contactId);
    this.#entries.set(contactId, { ...entry, view: deepFreeze({ ...entry.view, identity }) });
    return this.#with(old, {});
  }

  /**
   * What is known of messages comes from another place.
   * @param messagesOf tells it of a contact.
   */
  readMessages(messagesOf: (contactId: string) => ContactMessages): void {
    this.#messagesOf = messagesOf;
  }

  /** The state after the messages of one contact have changed. */
  withMessages(old: HostState, contactId: string): HostState {
    const entry = this.#entries.get(contactId);
    if (!entry) return old;
    this.#entries.set(contactId, this.#made(entry.facts, entry.traits, entry.muted));
    return this.#with(old, {});
  }

  /** Forgets all contacts. */
  clear(): void {
    this.#identities.clear();
    this.#entries.clear();
    this.#pending.clear();
  }

  #pendingOf(contactId: string): readonly ContactVerb[] {
    return this.#pending.get(contactId) ?? NONE;
  }

  #with(old: HostState, changes: Partial<HostState>): HostState {
    const contacts = sameOr(
      old.contacts,
      [...this.#entries.values()].map(({ view }) => view),
    );
    const { selectedContactId: selected } = old;
    const selectedContactId = selected !== null && this.#entries.has(selected) ? selected : null;
    return withChanges(old, { ...changes, contacts, selectedContactId });
  }

  #entry(data: ContactData, agent: AgentView, skew: number, muted: boolean): Entry {
    const old = this.#entries.get(data.contactId);
    const facts = factsOf(data, stateOf(data, agent, old?.view), skew, old?.facts);
    const traits = traitsOf(data);
    const isSame =
      old?.muted === muted &&
      old.messages === this.#messagesOf(data.contactId) &&
      sameData(old.facts, facts) &&
      sameData(old.traits, traits);
    return isSame ? old : this.#made(facts, traits, muted);
  }

  #made(facts: ContactFacts, traits: ContactTraits, muted: boolean): Entry {
    const old = this.#entries.get(facts.contactId);
    const can = this.#verbsOf(situationOf(facts, traits, muted));
    const messages = this.#messagesOf(facts.contactId);
    const isSame = old && old.facts === facts && old.messages === messages && sameData(old.view.can, can);
    const view: ContactView = isSame
      ? old.view
      : deepFreeze({
          ...facts,
          ...messages,
          identity: this.#identities.get(facts.contactId) ?? null,
          can,
          pending: this.#pendingOf(facts.contactId),
        });
    return { facts: deepFreeze(facts), traits, muted, messages, view };
  }
}

// A host's state: one deeply frozen picture of status, agent and contacts, in which what did not change is the same object.
import type { AgentState, CcpStatus, Connect, ConnectionData, ContactData } from '../../src/index.js';

/** A state of the agent that can be chosen. */
export interface AgentStateChoice {
  readonly name: string;
  readonly type: string;
}

/** The agent as elements see them. */
export interface AgentView {
  readonly name: string;
  /** `since` is in epoch milliseconds of the page's clock. */
  readonly state: AgentStateChoice & { readonly since: number };
  /** The state that takes effect after the present contact, or null. */
  readonly nextState: AgentStateChoice | null;
  readonly states: readonly AgentStateChoice[];
  readonly permissions: readonly string[];
  /** Codes of the countries that can be called. */
  readonly countries: readonly string[];
}

/** A connection as elements see it. */
export interface ConnectionView {
  readonly connectionId: string;
  readonly type: string;
  readonly state: string;
  /** Number or name at its end; empty if the service does not say. */
  readonly who: string;
}

/** A contact as elements see it. */
export interface ContactView {
  readonly contactId: string;
  readonly type: string;
  /** `since` is in epoch milliseconds of the page's clock. */
  readonly state: { readonly type: string; readonly since: number };
  /** True while the agent has to act: accept or reject. */
  readonly ringing: boolean;
  /** Number or name of the other side; empty if the service does not say. */
  readonly who: string;
  readonly phoneNumber: string | null;
  /** Name of the queue, or null. */
  readonly queue: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly connections: readonly ConnectionView[];
}

/** Something that the page's author or the agent can mend. */
export interface HostError {
  /** A code to tell errors apart by. */
  readonly code: string;
  /** What is wrong and what to do, for people. */
  readonly message: string;
}

/** Everything that a host publishes. */
export interface HostState {
  readonly status: CcpStatus;
  readonly agent: AgentView | null;
  readonly contacts: readonly ContactView[];
  /** The contact that is selected, in the panel or by `selectContact()`, or null. */
  readonly selectedContactId: string | null;
  readonly mute: boolean;
  readonly region: string | null;
  readonly error: HostError | null;
}

/** The state of a host that has not begun. */
export const INITIAL_STATE: HostState = /*#__PURE__*/ Object.freeze({
  status: 'idle',
  agent: null,
  contacts: Object.freeze([]),
  selectedContactId: null,
  mute: false,
  region: null,
  error: null,
});

/** Equality of plain data, member by member. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => sameData((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/** The old object if nothing changed, else the new one, frozen. */
function kept<T>(old: T | undefined, now: T): T {
  return old !== undefined && sameData(old, now) ? old : deepFreeze(now);
}

const choice = ({ name, type }: AgentState): AgentStateChoice => ({ name, type });

/** Server times as epoch milliseconds of the page's clock. Whole tens, since the worker's measure of the skew jitters. */
function pageTime(moment: Date | undefined, skew: number, old: number | undefined): number {
  const time = (moment?.getTime() ?? Date.now()) - skew;
  return old !== undefined && Math.abs(old - time) < 1_000 ? old : Math.round(time);
}

function whoOf({ endpoint, quickConnectName }: ConnectionData): string {
  const number = endpoint?.phoneNumber?.replace(/^sip:([^@]+)@.*$/, '$1');
  return quickConnectName || endpoint?.name || number || endpoint?.agentLogin || '';
}

function customerName(connection: ConnectionData | undefined): string {
  const name = connection?.chatMediaInfo?.customerName;
  return typeof name === 'string' ? name : '';
}

/** True while a contact in this state asks for the agent: a callback when it comes in, everything else when it connects. */
function isRinging({ type, state, connections }: ContactData): boolean {
  if (type === 'queue_callback') return state.type === 'incoming';
  if (state.type === 'incoming') return true;
  const initial = connections.find((connection) => connection.initial);
  return state.type === 'connecting' && initial?.type !== 'outbound' && initial?.type !== 'monitoring';
}

function contactView(data: ContactData, skew: number, old: ContactView | undefined): ContactView {
  const { contactId, type, state, connections, queue, attributes } = data;
  const customer = connections.find((connection) => connection.initial && connection.type !== 'agent');
  const phoneNumber = customer?.endpoint?.phoneNumber?.replace(/^sip:([^@]+)@.*$/, '$1') ?? null;
  const sinceOld = old?.state.type === state.type ? old.state.since : undefined;
  return kept(old, {
    contactId,
    type,
    state: { type: state.type, since: pageTime(state.timestamp, skew, sinceOld) },
    ringing: isRinging(data),
    who: data.name || customerName(customer) || (customer ? whoOf(customer) : ''),
    phoneNumber,
    queue: queue?.name ?? null,
    attributes: Object.fromEntries(Object.entries(attributes ?? {}).map(([name, { value }]) => [name, value])),
    connections: connections.map((connection) => ({
      connectionId: connection.connectionId,
      type: connection.type,
      state: connection.state.type,
      who: whoOf(connection),
    })),
  });
}

function agentView(connect: Connect, old: AgentView | null): AgentView {
  const agent = new connect.Agent();
  const state = agent.getState();
  const next = agent.getNextState();
  const sinceOld = old?.state.name === state.name ? old.state.since : undefined;
  return kept(old ?? undefined, {
    name: agent.getName(),
    state: { ...choice(state), since: pageTime(state.startTimestamp, connect.core.getSkew(), sinceOld) },
    nextState: next && choice(next),
    states: agent.getAgentStates().map(choice),
    permissions: [...agent.getPermissions()],
    countries: [...agent.getDialableCountries()],
  });
}

/**
 * The state after an update of the agent's data.
 * @param connect the runtime that has the data.
 * @param old the state before; what did not change is taken over as it is.
 */
export function withAgentData(connect: Connect, old: HostState): HostState {
  const skew = connect.core.getSkew();
  const before = new Map(old.contacts.map((contact) => [contact.contactId, contact]));
  const agent = agentView(connect, old.agent);
  const contacts = new connect.Agent().getContacts().map((contact) => {
    const data = contact._getData();
    return contactView(data, skew, before.get(data.contactId));
  });
  const isThere = contacts.some(({ contactId }) => contactId === old.selectedContactId);
  return withChanges(old, {
    agent,
    contacts: sameMembers(old.contacts, contacts) ? old.contacts : contacts,
    selectedContactId: isThere ? old.selectedContactId : null,
  });
}

function sameMembers(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((member, index) => member === b[index]);
}

/** The state with some parts changed; the same object if none of them did. */
export function withChanges(old: HostState, changes: Partial<HostState>): HostState {
  const changed = Object.entries(changes).some(([key, value]) => old[key as keyof HostState] !== value);
  return changed ? deepFreeze({ ...old, ...changes }) : old;
}

// What the panel shows: agent data made into words and into the buttons that a contact's state allows.
import { entryOf } from '../../conduit/entry-of.js';
import type { AgentData, AgentState, ConnectionData, ContactData, WireEndpoint } from '../../conduit/wire.js';
import type { IconName } from './icons.js';

/** What an agent can do with a contact. */
export type Verb =
  | 'accept'
  | 'reject'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'keypad'
  | 'transfer'
  | 'swap'
  | 'join'
  | 'pause'
  | 'continue'
  | 'end'
  | 'clear';

/** Someone on a contact beside the agent. */
export interface PartyView {
  readonly connectionId: string;
  readonly who: string;
  readonly state: string;
  readonly onHold: boolean;
  readonly isCustomer: boolean;
}

/** How a contact stands, for its looks. */
export type ContactMood = 'ringing' | 'connecting' | 'live' | 'held' | 'after' | 'failed';

/** A contact as the panel shows it. */
export interface ContactView {
  readonly id: string;
  readonly channel: string;
  readonly icon: IconName;
  readonly who: string;
  readonly queue: string | null;
  readonly description: string | null;
  readonly state: string;
  readonly mood: ContactMood;
  /** Service time, in epoch milliseconds. */
  readonly since: number;
  readonly attributes: readonly (readonly [string, string])[];
  readonly parties: readonly PartyView[];
  readonly verbs: readonly Verb[];
  readonly agentConnectionId: string | null;
  readonly customerConnectionId: string | null;
  readonly isVoice: boolean;
  readonly isChat: boolean;
}

const CHANNELS: Readonly<Record<string, readonly [string, IconName]>> = {
  voice: ['Call', 'phone'],
  queue_callback: ['Callback', 'callback'],
  chat: ['Chat', 'chat'],
  task: ['Task', 'task'],
  email: ['E-mail', 'task'],
};

const STATE_NAMES: Readonly<Record<string, string>> = {
  PendingBusy: 'Incoming contact',
  PendingAvailable: 'Incoming contact',
  Pending: 'Incoming callback',
  Busy: 'On contact',
  CallingCustomer: 'Calling',
  Dialing: 'Calling',
  Joining: 'Joining',
  AfterCallWork: 'After-call work',
  MissedCallAgent: 'Missed call',
  MissedCallCustomer: 'Customer did not answer',
  FailedConnectAgent: 'Could not connect you',
  FailedConnectCustomer: 'Could not reach the customer',
  BadAddressAgent: 'Your phone number is wrong',
  BadAddressCustomer: 'That number is wrong',
  LineEngagedAgent: 'Your line was busy',
  LineEngagedCustomer: 'The line was busy',
  RealtimeCommunicationError: 'Connection failed',
};

const GONE = new Set(['disconnected', 'init']);
const AFTER = new Set(['ended']);
const FAILED: Readonly<Record<string, string>> = { missed: 'Missed', error: 'Failed', rejected: 'Rejected' };

/** The name of an agent's state, for people. */
export const stateName = ({ name }: { name: string }): string => entryOf(STATE_NAMES, name) ?? name;

/** The tone of an agent's state, for its dot. */
export function stateTone({ name, type }: AgentState): string {
  if (type === 'error' || /^(Missed|Failed|Bad|Line|Error|Realtime)/.test(name)) return 'error';
  if (name === 'AfterCallWork') return 'after';
  if (type === 'system' || name === 'Busy' || name.startsWith('Pending')) return 'busy';
  return type; // routable, not_routable, offline
}

/** A phone number with the spaces that people read it by; other texts unchanged. */
export function formatNumber(text: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(text) ?? [];
  return area ? `+1 ${area} ${exchange} ${line}` : text;
}

/** Milliseconds as minutes and seconds, with hours where there are any. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}

function endpointName(endpoint: WireEndpoint | null | undefined): string | null {
  const text = endpoint?.displayName || endpoint?.name || endpoint?.phoneNumber || endpoint?.agentLogin;
  return text ? formatNumber(text) : null;
}

const isAgents = ({ type }: ConnectionData): boolean => type === 'agent' || type === 'monitoring';
const isActive = ({ state }: ConnectionData): boolean => !GONE.has(state.type);

function partyName(connection: ConnectionData, fallback: string): string {
  const customerName = connection.chatMediaInfo?.customerName;
  if (typeof customerName === 'string' && customerName) return customerName;
  return connection.quickConnectName || endpointName(connection.endpoint) || fallback;
}

function partyState({ state }: ConnectionData, contact: ContactData): string {
  if (state.type === 'hold') return 'On hold';
  if (state.type === 'connecting') return 'Calling';
  if (state.type === 'disconnected') return 'Left';
  return contact.state.type === 'connected' ? 'Connected' : 'Waiting';
}

function isRinging(contact: ContactData, customer: ConnectionData | undefined): boolean {
  if (contact.state.type === 'incoming') return true;
  if (contact.state.type !== 'connecting' || contact.type === 'queue_callback') return false;
  return customer?.type !== 'outbound';
}

interface Parts {
  contact: ContactData;
  agent: ConnectionData | undefined;
  customer: ConnectionData | undefined;
  others: readonly ConnectionData[];
  ringing: boolean;
}

function voiceVerbs({ agent, customer, others }: Parts, muted: boolean, canMute: boolean): Verb[] {
  if (agent?.type === 'monitoring') return ['end'];
  const active = others.filter(isActive);
  const held = customer?.state.type === 'hold';
  const live = active.filter(({ state }) => state.type === 'connected' || state.type === 'hold');
  const verbs: Verb[] = [];
  // With a third party each one has its own hold button, in the list of those on the call.
  if (customer && isActive(customer) && active.length < 2) verbs.push(held ? 'resume' : 'hold');
  if (canMute) verbs.push(muted ? 'unmute' : 'mute');
  verbs.push('keypad');
  if (active.length < 2) verbs.push('transfer');
  if (live.length > 1 && live.some(({ state }) => state.type === 'hold')) verbs.push('swap', 'join');
  return [...verbs, 'end'];
}

function verbsOf(parts: Parts, muted: boolean, canMute: boolean): Verb[] {
  const { contact, ringing } = parts;
  const { type } = contact.state;
  if (AFTER.has(type) || Object.hasOwn(FAILED, type)) return ['clear'];
  if (ringing) return ['accept', 'reject'];
  if (type === 'paused') return ['continue', 'end'];
  if (type !== 'connected') return ['end'];
  if (contact.type === 'voice' || contact.type === 'queue_callback') return voiceVerbs(parts, muted, canMute);
  return contact.type === 'task' ? ['pause', 'transfer', 'end'] : ['transfer', 'end'];
}

function moodOf({ contact, ringing, customer }: Parts): ContactMood {
  const { type } = contact.state;
  if (Object.hasOwn(FAILED, type)) return 'failed';
  if (AFTER.has(type)) return 'after';
  if (ringing) return 'ringing';
  if (type === 'paused' || (type === 'connected' && customer?.state.type === 'hold')) return 'held';
  return type === 'connected' ? 'live' : 'connecting';
}

function contactState(parts: Parts, mood: ContactMood): string {
  const { contact, agent } = parts;
  switch (mood) {
    case 'failed':
      return entryOf(FAILED, contact.state.type) ?? contact.state.type;
    case 'after':
      return contact.type === 'voice' ? 'After-call work' : 'After-contact work';
    case 'ringing':
      return 'Incoming';
    case 'held':
      return contact.state.type === 'paused' ? 'Paused' : 'On hold';
    case 'connecting':
      return 'Calling';
    case 'live':
      return agent?.type === 'monitoring' ? 'Listening in' : 'Connected';
  }
}

function whoOf({ contact, customer, agent }: Parts): string {
  if (contact.name) return contact.name;
  if (customer) return partyName(customer, 'Customer');
  return agent?.type === 'monitoring' ? 'Monitored contact' : (entryOf(CHANNELS, contact.type)?.[0] ?? 'Contact');
}

/**
 * Makes a contact into what is shown of it.
 * @param contact the contact, as in a snapshot.
 * @param muted whether the softphone has said that it is muted.
 */
export function contactView(contact: ContactData, muted: boolean): ContactView {
  const agent = contact.connections.find(isAgents);
  const others = contact.connections.filter((connection) => !isAgents(connection));
  const customer = others.find(({ initial }) => initial) ?? others[0];
  const parts: Parts = { contact, agent, customer, others, ringing: isRinging(contact, customer) };
  const mood = moodOf(parts);
  const [channel, icon] = entryOf(CHANNELS, contact.type) ?? ['Contact', 'task'];
  return {
    id: contact.contactId,
    channel,
    icon: agent?.type === 'monitoring' ? 'monitor' : icon,
    who: whoOf(parts),
    queue: contact.queue?.name ?? null,
    description: contact.description || null,
    state: contactState(parts, mood),
    mood,
    since: contact.state.timestamp.getTime(),
    attributes: Object.values(contact.attributes ?? {}).map(({ name, value }) => [name, value] as const),
    parties: others.map((connection) => ({
      connectionId: connection.connectionId,
      who: partyName(connection, connection.initial ? 'Customer' : 'Third party'),
      state: partyState(connection, contact),
      onHold: connection.state.type === 'hold',
      isCustomer: connection === customer,
    })),
    verbs: verbsOf(parts, muted, !!agent?.softphoneMediaInfo),
    agentConnectionId: agent?.connectionId ?? null,
    customerConnectionId: customer?.connectionId ?? null,
    isChat: contact.type === 'chat',
    isVoice: contact.type === 'voice' || contact.type === 'queue_callback',
  };
}

/** The states that an agent may choose from. */
export const selectableStates = ({ configuration }: AgentData): readonly AgentState[] =>
  configuration.agentStates ?? [];

/** True if the agent may dial: allowed to call out, and on no call. */
export function canDial({ snapshot, configuration }: AgentData): boolean {
  const onCall = snapshot.contacts.some(({ type }) => type === 'voice' || type === 'queue_callback');
  return !onCall && (configuration.permissions?.includes('outboundCall') ?? false);
}

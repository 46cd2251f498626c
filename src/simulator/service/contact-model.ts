// What the service keeps of a contact and of its connections. Times are service time in milliseconds, without skew.
import type { Queue, WireEndpoint } from '../../conduit/wire.js';
import { isFinishedState } from '../../events/event-graph.js';
import type { MonitorMode } from '../channel/script-channel.js';

/** A state and the time since when it lasts. */
export interface StateModel {
  type: string;
  since: number;
}

/** Kind of a contact. */
export type ContactKind = 'voice' | 'queue_callback' | 'chat' | 'task' | 'email';

/** Kind of a connection. */
export type ConnectionKind = 'agent' | 'inbound' | 'outbound' | 'monitoring';

/** A system attribute of a contact. */
export interface SegmentAttribute {
  readonly ValueString?: string;
  readonly ValueMap?: Readonly<Record<string, { readonly ValueString: string }>>;
}

/** One connection. */
export interface ConnectionModel {
  connectionId: string;
  type: ConnectionKind;
  state: StateModel;
  initial: boolean;
  endpoint: WireEndpoint | null;
  softphoneMediaInfo: Record<string, unknown> | null;
  chatMediaInfo: Record<string, unknown> | null;
  monitoringInfo: { agentName: string; joined: number } | null;
  mute: boolean | null;
  quickConnectName: string | null;
  monitorMode: MonitorMode | null;
  /** What it can send besides sound. */
  capabilities: Record<string, string> | null;
}

/** One contact of the agent. */
export interface ContactModel {
  contactId: string;
  type: ContactKind;
  state: StateModel;
  connections: ConnectionModel[];
  attributes: Record<string, string>;
  queue: Queue | null;
  queued: number | null;
  begun: number;
  initialContactId: string | null;
  relatedContactId: string | null;
  initiationMethod: string | null;
  name: string | null;
  description: string | null;
  references: Record<string, unknown> | null;
  channelContext: Record<string, unknown> | null;
  contactFeatures: Record<string, unknown> | null;
  /** System attributes beside `connect:Subtype`. */
  segmentAttributes: Record<string, SegmentAttribute>;
  /** What the agent is told of a campaign's call before it is made; null for all others. */
  preview: { autoDialTimeout: number; canDiscardPreview: boolean } | null;
  /** True if the customer of a chat has signed in. */
  isAuthenticated: boolean;
  /** State of the agent while a voice contact is missed or has failed. */
  agentErrorState: string | null;
  /** Ends the wait for the agent, while the contact rings. */
  stopRinging: (() => void) | null;
}

const ACTIVE = ['connecting', 'connected', 'hold', 'silent_monitor', 'barge'];

/** True while a connection leads somewhere. */
export const isActive = ({ state }: ConnectionModel): boolean => ACTIVE.includes(state.type);

/** True once nobody works on a contact any more; it can be cleared. */
export const isFinished = ({ state }: ContactModel): boolean => isFinishedState(state.type);

/** True if an agent monitors somebody else's contact. */
export const isMonitoring = (contact: ContactModel): boolean =>
  contact.connections.some(({ type, initial }) => type === 'monitoring' && initial);

/** True for calls, callbacks included. */
export const isVoice = ({ type }: ContactModel): boolean => type === 'voice' || type === 'queue_callback';

/** True while a campaign's call waits to be made. */
export const isPreview = ({ preview, state }: ContactModel): boolean => preview !== null && state.type === 'incoming';

/** True while a contact waits for the agent to accept it. */
export function isRinging(contact: ContactModel): boolean {
  if (contact.state.type === 'incoming') return true;
  if (contact.state.type !== 'connecting' || contact.type === 'queue_callback') return false;
  return !contact.connections.some(({ type, initial }) => type === 'outbound' && initial);
}

/** The agent's own connection, also where the agent monitors. */
export const agentConnection = (contact: ContactModel): ConnectionModel | undefined =>
  contact.connections.find(({ type, initial }) => type === 'agent' || (type === 'monitoring' && initial));

/** The customer's connection. Tasks have none. */
export const customerConnection = (contact: ContactModel): ConnectionModel | undefined =>
  contact.connections.find(({ type, initial }) => initial && (type === 'inbound' || type === 'outbound'));

/** Everybody but the agent and those who listen. */
export const parties = (contact: ContactModel): ConnectionModel[] =>
  contact.connections.filter(({ type }) => type === 'inbound' || type === 'outbound');

/** The third parties that are still there. */
export const activeThirdParties = (contact: ContactModel): ConnectionModel[] =>
  parties(contact).filter((connection) => !connection.initial && isActive(connection));

/** Moves contacts or connections to a state. The time changes with the type only, as in the service. */
export function move(type: string, now: number, ...items: { state: StateModel }[]): void {
  for (const item of items) if (item.state.type !== type) item.state = { type, since: now };
}

/** Telephone features of a contact: the members that recorded snapshots have. */
export const voiceFeatures = (multiParty: boolean): Record<string, unknown> => ({
  attachmentsEnabled: null,
  messagingMarkdownEnabled: null,
  multiPartyConferenceEnabled: multiParty,
});

/** An endpoint with every member. */
export function endpointOf(type: string, phoneNumber: string | null = null): WireEndpoint {
  return { agentLogin: null, endpointARN: null, name: null, phoneNumber, queue: null, type };
}

// The wire, typed once for both of its ends: the envelope, and what each message carries. docs/protocol.md, sections 1 and 6.1.

/** The one shape of every hop between page, CCP frame and shared worker. docs/protocol.md, section 1.2. */
export interface Envelope {
  readonly event: string;
  readonly data?: unknown;
}

/** Longest event name that is looked at. The longest real one has 77 characters: a contact event with its id. */
const MAX_EVENT_NAME_LENGTH = 512;

/** True if a received value is an envelope. Whatever else windows send each other is not for us. */
export function isEnvelope(value: unknown): value is Envelope {
  if (!isRecord(value)) return false;
  const { event } = value;
  return typeof event === 'string' && event !== '' && event.length <= MAX_EVENT_NAME_LENGTH;
}

/** True if a value is an object that can be asked for members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Up: asks for an operation. The event name stands inside once more. docs/protocol.md, section 1.5. */
export interface WireRequest {
  event: string;
  requestId: string;
  method: string;
  params: Readonly<Record<string, unknown>>;
}

/** Down: the answer to the request with the same id; `err` is a JSON text, an object, or null. */
export interface WireResponse {
  event?: string;
  requestId: string;
  data?: unknown;
  err?: unknown;
}

/** `acknowledge`: with the port's id when the CCP has connected to its worker, without data as answer to `synchronize`. */
export interface WireAcknowledge {
  id?: string;
}

/** `configure`, from the page to the CCP. docs/protocol.md, section 2.5. */
export interface WireConfigure {
  softphone: unknown;
  chat: unknown;
  task: unknown;
  email: unknown;
  ringtone: unknown;
  autoAcceptTone: unknown;
  pageOptions: unknown;
  shouldAddNamespaceToLogs: unknown;
  showInactivityModal: unknown;
  disasterRecoveryOn: unknown;
}

/** A state of the agent. */
export interface AgentState {
  readonly agentStateARN?: string | null;
  readonly type: string;
  readonly name: string;
  readonly startTimestamp?: Date;
}

/** A queue. */
export interface Queue {
  readonly queueARN: string;
  readonly name: string;
  /** Alias of `queueARN`. */
  readonly queueId?: string;
}

/** The routing profile of the agent. */
export interface RoutingProfile {
  readonly name: string;
  readonly routingProfileARN: string;
  /** Alias of `routingProfileARN`. */
  readonly routingProfileId?: string;
  readonly defaultOutboundQueue: Queue;
  readonly channelConcurrencyMap?: Readonly<Record<string, number>>;
  readonly queues?: readonly Queue[];
}

/** The agent's configuration. */
export interface AgentConfiguration {
  name: string;
  username?: string;
  softphoneEnabled: boolean;
  softphoneAutoAccept?: boolean;
  extension: string;
  routingProfile: RoutingProfile;
  agentPreferences?: Record<string, string>;
  agentARN?: string;
  permissions?: readonly string[];
  dialableCountries?: readonly string[];
  agentStates?: readonly AgentState[];
  softphonePersistentConnection?: boolean;
  voiceEnhancementMode?: string;
}

/** Where a connection leads, as the service sends it. */
export interface WireEndpoint {
  readonly endpointARN?: string | null;
  readonly endpointId?: string | null;
  readonly type?: string | null;
  readonly name?: string | null;
  readonly displayName?: string | null;
  readonly phoneNumber?: string | null;
  readonly agentLogin?: string | null;
  readonly queue?: string | Queue | null;
  readonly emailAddress?: string | null;
}

/** State of a contact or of a connection. */
export interface TimedState {
  readonly type: string;
  readonly timestamp: Date;
}

/** One connection of a contact. */
export interface ConnectionData {
  readonly connectionId: string;
  readonly endpoint?: WireEndpoint | null;
  /** Alias of `endpoint`. */
  readonly address?: WireEndpoint | null;
  readonly state: TimedState;
  readonly type: string;
  readonly initial: boolean;
  readonly softphoneMediaInfo?: Readonly<Record<string, unknown>> | null;
  readonly chatMediaInfo?: Readonly<Record<string, unknown>> | null;
  readonly monitoringInfo?: Readonly<Record<string, unknown>> | null;
  readonly mute?: boolean | null;
  readonly forcedMute?: boolean | null;
  readonly quickConnectName?: string | null;
  readonly monitorCapabilities?: readonly string[] | null;
  readonly monitorStatus?: string | null;
  readonly capabilities?: Readonly<Record<string, unknown>> | null;
}

/** An attribute of a contact. */
export interface ContactAttribute {
  readonly name: string;
  readonly value: string;
}

/** One contact of the agent. */
export interface ContactData {
  readonly contactId: string;
  readonly initialContactId?: string | null;
  readonly relatedContactId?: string | null;
  readonly contactAssociationId?: string | null;
  readonly type: string;
  readonly state: TimedState;
  /** Alias of `state`. */
  readonly status?: TimedState;
  readonly queue?: Queue | null;
  readonly queueTimestamp?: Date | null;
  readonly connections: readonly ConnectionData[];
  readonly attributes?: Readonly<Record<string, ContactAttribute>> | null;
  readonly contactDuration?: string | null;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly references?: Readonly<Record<string, unknown>> | null;
  readonly initiationMethod?: string | null;
  readonly contactFeatures?: Readonly<Record<string, unknown>> | null;
  readonly channelContext?: Readonly<Record<string, unknown>> | null;
  readonly segmentAttributes?: Readonly<Record<string, { ValueString?: string; ValueMap?: unknown }>> | null;
  readonly customerEndpoint?: WireEndpoint | null;
  readonly connectSystemEndpoint?: WireEndpoint | null;
  readonly languageCode?: string | null;
  readonly agentContactHandlingConfig?: { readonly autoAccept?: boolean } | null;
  readonly contactMetadata?: unknown;
}

/** What the service knows of the agent at one moment. */
export interface AgentSnapshotData {
  readonly state: AgentState;
  /** Alias of `state`. */
  readonly status?: AgentState;
  readonly nextState?: AgentState | null;
  readonly agentAvailabilityState?: { readonly state: string; readonly timeStamp: Date } | null;
  readonly contacts: readonly ContactData[];
  readonly snapshotTimestamp?: Date;
  /** When the worker received the snapshot, in its own epoch milliseconds. */
  readonly localTimestamp?: number;
  /** Server time minus worker time, in milliseconds. */
  readonly skew?: number;
}

/** `agent::update`: the whole agent, each time. docs/protocol.md, section 6.1. */
export interface AgentData {
  readonly snapshot: AgentSnapshotData;
  readonly configuration: AgentConfiguration;
}

/** True if the data of an `agent::update` can be worked with; anything less is dropped. Runs with every update. */
export function isAgentData(value: unknown): value is AgentData {
  const { snapshot, configuration } = (value ?? {}) as Partial<AgentData>;
  if (!isRecord(configuration) || !isRecord(snapshot?.state) || typeof snapshot.state.name !== 'string') return false;
  if (!Array.isArray(snapshot.contacts)) return false;
  for (const contact of snapshot.contacts as readonly (Partial<ContactData> | null)[]) {
    if (typeof contact?.contactId !== 'string' || !isRecord(contact.state)) return false;
    const connections: unknown = contact.connections ?? [];
    if (!Array.isArray(connections)) return false;
    for (const connection of connections as readonly (Partial<ConnectionData> | null)[]) {
      if (typeof connection?.connectionId !== 'string' || !isRecord(connection.state)) return false;
    }
  }
  return true;
}

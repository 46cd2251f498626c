// connect.Agent as a type: ours, where what Streams declares without null has none.
import type { Agent as AnyAgent, AgentConnectOptions } from '../api/agent.js';
import type { Callbacks } from '../api/commands.js';
import type { EndpointPage } from '../api/endpoint-pages.js';
import type { SoftphoneError as AnySoftphoneError } from '../api/softphone-error.js';
import type {
  AgentConfiguration as AnyConfiguration,
  AgentSnapshotData,
  AgentState as AnyState,
  RoutingProfile,
} from '../conduit/wire.js';
import type { EventCallback, Subscription } from '../events/event-bus.js';
import type { Endpoint, LiveEndpoint } from './connection.js';
import type { Contact, Queue } from './contact.js';
import type { SuccessFailCallback, SuccessFailOptions } from './values.js';

/** Told the agent. */
export type AgentCallback = (agent: Agent) => void;

/** A state that the agent can choose. */
export interface AgentStateDefinition extends AnyState {
  readonly agentStateARN: string;
  readonly type: connect.AgentStateType;
}

/** The agent's state. */
export interface AgentState extends AnyState {
  readonly agentStateARN: string | null;
  readonly type: connect.AgentStateType;
  readonly startTimestamp: Date;
}

/** The state that the agent themselves chose. */
export interface AgentAvailabilityState extends NonNullable<AgentSnapshotData['agentAvailabilityState']> {
  readonly type: connect.AgentStateType;
  readonly agentStateARN?: string;
  readonly startTimestamp?: Date;
}

/** What `agent.onStateChange` gives. */
export interface AgentStateChange {
  readonly agent: Agent;
  readonly oldState: string;
  readonly newState: string;
}

/** Told of a change of state. */
export type AgentStateChangeCallback = (change: AgentStateChange) => void;

/** Whether the microphone is muted. */
export interface AgentMutedStatus {
  readonly muted: boolean;
}

/** Told whether the microphone is muted. */
export type AgentMutedStatusCallback = (status: AgentMutedStatus) => void;

/** Which device is in use. */
export interface UserMediaDeviceChange {
  readonly deviceId: string;
}

/** Told which device is in use. */
export type UserMediaDeviceChangeCallback = (change: UserMediaDeviceChange) => void;

/** Whether what is behind the agent is blurred in pictures. */
export interface UserBackgroundBlurChange {
  readonly isBackgroundBlurEnabled: boolean;
}

/** Told whether what is behind the agent is blurred in pictures. */
export type UserBackgroundBlurChangeCallback = (change: UserBackgroundBlurChange) => void;

/** What went wrong in the softphone. */
export interface SoftphoneError extends AnySoftphoneError {
  readonly endPointUrl: string;
  getEndPointUrl(): string;
}

/** Told what went wrong in the softphone. */
export type SoftphoneErrorCallback = (error: SoftphoneError) => void;

/** How the microphone's sound is improved. */
export type VoiceEnhancementMode = 'VOICE_ISOLATION' | 'NOISE_SUPPRESSION' | 'NONE';

/** How many contacts of each channel the agent takes at once. */
export type AgentChannelConcurrencyMap = Readonly<Record<connect.ChannelType, number>>;

/** The routing profile of the agent. */
export interface AgentRoutingProfile extends RoutingProfile {
  readonly routingProfileId: string;
  readonly defaultOutboundQueue: Queue;
  readonly channelConcurrencyMap: AgentChannelConcurrencyMap;
  readonly queues: Queue[];
}

/** What the agent has set by themselves, such as the `locale`. */
export type AgentPreferences = NonNullable<AnyConfiguration['agentPreferences']> & { readonly locale?: string };

/** The agent's configuration. */
export interface AgentConfiguration extends AnyConfiguration {
  readonly username: string;
  readonly agentARN: string;
  readonly agentPreferences?: AgentPreferences;
  readonly softphoneAutoAccept: boolean;
  readonly routingProfile: AgentRoutingProfile;
  readonly permissions: string[];
  readonly dialableCountries: string[];
  readonly agentStates: AgentStateDefinition[];
  readonly voiceEnhancementMode?: VoiceEnhancementMode;
}

/** What `agent.getEndpoints` gives: the same list under both names. */
export interface GetEndpointsResult {
  endpoints: Endpoint[];
  addresses: Endpoint[];
}

interface FoundEndpoints {
  endpoints: LiveEndpoint[];
  addresses: LiveEndpoint[];
}

/** How `agent.getEndpoints` tells its end. */
export interface GetEndpointsCallbacks {
  readonly success: SuccessFailCallback<[GetEndpointsResult]>;
  readonly failure?: SuccessFailCallback<[string]>;
}

/** Options of `agent.setState`. */
export interface AgentSetStateOptions {
  readonly enqueueNextState?: boolean;
}

/** Options of `agent.connect`. */
export interface ConnectOptions
  extends
    SuccessFailOptions,
    Readonly<Pick<AgentConnectOptions, 'queueARN' | 'queueId' | 'relatedContactId' | 'timeout'>> {}

/** The agent. */
export interface Agent extends AnyAgent {
  onStateChange(callback: EventCallback<AgentStateChange>): Subscription;
  onSoftphoneError(callback: EventCallback<SoftphoneError>): Subscription;
  onWebSocketConnectionLost(callback: EventCallback<Agent>): Subscription;
  onWebSocketConnectionGained(callback: EventCallback<Agent>): Subscription;
  onLocalMediaStreamCreated(callback: EventCallback<UserMediaDeviceChange & { connectionId: string }>): Subscription;
  getAvailabilityState(): AgentAvailabilityState;
  getState(): AgentState;
  getStatus(): AgentState;
  getNextState(): AgentState;
  getContacts(contactTypeFilter?: string): Contact[];
  getConfiguration(): AgentConfiguration;
  getAgentStates(): AgentStateDefinition[];
  getRoutingProfile(): AgentRoutingProfile;
  getVoiceEnhancementMode(): VoiceEnhancementMode;
  getChannelConcurrency(): AgentChannelConcurrencyMap;
  getChannelConcurrency(channel: string): number;
  getAgentARN(): string;
  getEndpoints(queueARNs: string | readonly string[]): Promise<FoundEndpoints>;
  getEndpoints(
    queueARNs: string | readonly string[],
    callbacks: Callbacks<FoundEndpoints> | null | undefined,
    page?: EndpointPage | null,
  ): Promise<FoundEndpoints> | undefined;
  toSnapshot(): Agent;
}

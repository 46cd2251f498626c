// What is known of the agent: every getter of connect.Agent. Lists and objects are the caller's own to write to.
import { entryOf } from '../conduit/entry-of.js';
import { copied } from '../agent/copy.js';
import { elapsedSince, type IndexedSnapshot } from '../agent/snapshot.js';
import type { AgentConfiguration, AgentData, AgentSnapshotData, AgentState, RoutingProfile } from '../conduit/wire.js';
import { type AgentContext, AgentSubscriptions } from './agent-subscriptions.js';
import type { Contact } from './contact.js';

/** Channels that an agent has if the routing profile does not say. */
const DEFAULT_CONCURRENCY: Readonly<Record<string, number>> = /*#__PURE__*/ Object.freeze({ VOICE: 1, CHAT: 1 });

/** The reading part of the agent: of the present data, or of those that were captured. */
export class AgentFacts<Agent> extends AgentSubscriptions<Agent> {
  readonly #captured: IndexedSnapshot | undefined;

  constructor(context: AgentContext<Agent>, captured?: IndexedSnapshot) {
    super(context);
    this.#captured = captured;
  }

  /** The indexed data: those captured, or the present ones. */
  protected get snapshot(): IndexedSnapshot {
    return this.#captured ?? this.context.data.current;
  }

  /** The agent's configuration as it is kept. */
  protected get configuration(): AgentConfiguration {
    return this.snapshot.configuration;
  }

  /** The raw data of the agent, `{snapshot, configuration}`, as a copy. Existing code reads `configuration.username` there. */
  _getData(): AgentData {
    return copied(this.snapshot.data);
  }

  /** The agent's state. Streams documentation, "agent.getState()". */
  getState(): AgentState {
    return copied(this.snapshot.agent.state);
  }

  /** Alias of {@link getState}. Streams documentation, "agent.getStatus()". */
  getStatus(): AgentState {
    return this.getState();
  }

  /** Milliseconds in the present state, right by the server's clock. Streams documentation, "agent.getStateDuration()". */
  getStateDuration(): number {
    const { agent, skew, received } = this.snapshot;
    return elapsedSince(agent.state.startTimestamp, skew, received);
  }

  /** Alias of {@link getStateDuration}. Streams documentation, "agent.getStatusDuration()". */
  getStatusDuration(): number {
    return this.getStateDuration();
  }

  /** The state that the agent themselves chose, which system states cover up, if the service says. docs/protocol.md, section 7.1. */
  getAvailabilityState(): AgentSnapshotData['agentAvailabilityState'] {
    return copied(this.snapshot.agent.agentAvailabilityState);
  }

  /** The state that takes effect after the present contact; none if there is no such. docs/protocol.md, section 7.1. */
  getNextState(): AgentState | null | undefined {
    return copied(this.snapshot.agent.nextState);
  }

  /** What the agent may do, such as `outboundCall`. Streams documentation, "agent.getPermissions()". */
  getPermissions(): string[] {
    return copied(this.configuration.permissions) as string[];
  }

  /**
   * The agent's contacts, oldest first.
   * @param contactTypeFilter a ContactType: only those are returned. Streams documentation, "agent.getContacts()".
   */
  getContacts(contactTypeFilter?: string): Contact[] {
    const { snapshot } = this;
    snapshot.handles ??= [...snapshot.contacts].map(([contactId, record]) =>
      this.context.contact(contactId, this.#captured && record),
    );
    const contacts = snapshot.handles as readonly Contact[];
    if (!contactTypeFilter) return [...contacts];
    return contacts.filter((contact) => contact.getType() === contactTypeFilter);
  }

  /** The configuration, as a copy of the caller's own to edit and hand to {@link setConfiguration}. Streams documentation, "agent.getConfiguration()". */
  getConfiguration(): AgentConfiguration {
    return copied(this.configuration);
  }

  /** The states that the agent can choose. Streams documentation, "agent.getAgentStates()". */
  getAgentStates(): AgentState[] {
    return copied(this.configuration.agentStates) as AgentState[];
  }

  /** The routing profile. Streams documentation, "agent.getRoutingProfile()". */
  getRoutingProfile(): RoutingProfile {
    return copied(this.configuration.routingProfile);
  }

  /**
   * How many contacts of a channel the agent takes at once.
   * @param channel a ChannelType; 0 if the agent does not have it. Without it, the map of all. Streams documentation, "agent.getChannelConcurrency()".
   */
  getChannelConcurrency(): Record<string, number>;
  getChannelConcurrency(channel: string): number;
  getChannelConcurrency(channel?: string): number | Record<string, number> {
    const map = { ...(this.configuration.routingProfile?.channelConcurrencyMap ?? DEFAULT_CONCURRENCY) };
    return channel ? (entryOf(map, channel) ?? 0) : map;
  }

  /** The agent's display name. Streams documentation, "agent.getName()". */
  getName(): string {
    return this.configuration.name;
  }

  /** The phone number that calls go to when the softphone is off. Streams documentation, "agent.getExtension()". */
  getExtension(): string {
    return this.configuration.extension;
  }

  /** Codes of the countries that can be called, such as `us`. Streams documentation, "agent.getDialableCountries". */
  getDialableCountries(): string[] {
    return copied(this.configuration.dialableCountries) as string[];
  }

  /** True if calls go to the browser, false if they go to the extension. Streams documentation, "agent.isSoftphoneEnabled()". */
  isSoftphoneEnabled(): boolean {
    return this.configuration.softphoneEnabled;
  }

  /** ARN of the agent, if the service names it. docs/protocol.md, section 7.1. */
  getAgentARN(): string | undefined {
    return this.configuration.agentARN;
  }

  /** How the microphone's sound is improved, if the service says. docs/protocol.md, section 7.1. */
  getVoiceEnhancementMode(): string | undefined {
    return this.configuration.voiceEnhancementMode;
  }

  /** ARNs of the routing profile's queues. Streams documentation, "agent.getAllQueueARNs()". */
  getAllQueueARNs(): string[] {
    return [...this.snapshot.queueARNs];
  }
}

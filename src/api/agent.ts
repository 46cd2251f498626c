// Agent: the one agent of the runtime, with its states, settings and commands. Protocol section 7.1.
import { frozen, NONE } from '../agent/freeze.js';
import { elapsedSince, type IndexedSnapshot } from '../agent/snapshot.js';
import { type AgentConfiguration, type AgentState, isRecord, type RoutingProfile, sendable } from '../conduit/wire.js';
import { assertFunction, assertNotNull, ValueError } from '../errors/errors.js';
import type { EventCallback, Subscription } from '../events/event-bus.js';
import { AgentEvents, ConfigurationEvents, ContactEvents, LinkEventType } from '../events/event-names.js';
import type { Callbacks } from './commands.js';
import type { Contact } from './contact.js';
import type { ApiContext } from './context.js';
import { Endpoint, type EndpointLike, toSentEndpoint } from './endpoint.js';
import { isValidLocale } from './locale.js';
import { readWrittenNumber } from './phone-number.js';
import type { SoftphoneError } from './softphone-error.js';

/** What `agent.onStateChange` gives. */
export interface AgentStateChangeEvent {
  agent: Agent;
  /** Name of the state before; `Init` at first. */
  oldState: string;
  /** Name of the state now. */
  newState: string;
}

/** Options of `agent.connect`. */
export interface AgentConnectOptions extends Callbacks {
  /** Queue that the outbound contact counts for; the routing profile's default outbound queue if left out. */
  queueARN?: string;
  /** Alias of `queueARN`. */
  queueId?: string;
  /** A contact that the new one belongs to. */
  relatedContactId?: string;
  /** Milliseconds after which the command fails if the service has not answered. */
  timeout?: number;
}

/** What `agent.getEndpoints` gives: the same list under both names. */
export interface EndpointList {
  endpoints: Endpoint[];
  addresses: Endpoint[];
}

/** Where `agent.getEndpoints` begins. */
export interface EndpointPage {
  /** Endpoints to put before those that are found. */
  endpoints?: Endpoint[];
  /** How many to ask for at a time; 500 if left out. */
  maxResults?: number;
  /** Page to begin with, as an earlier answer named it. */
  nextToken?: string | null;
}

/** Most endpoints that the service returns at a time. */
const ENDPOINTS_PER_PAGE = 500;

/** Channels that an agent has if the routing profile does not say. */
const DEFAULT_CONCURRENCY: Readonly<Record<string, number>> = /*#__PURE__*/ Object.freeze({ VOICE: 1, CHAT: 1 });

/** The agent. Every object of this class stands for the same one and reads the present data. */
export class Agent {
  readonly #context: ApiContext;
  readonly #captured: IndexedSnapshot | undefined;

  /** @internal Made by the runtime; pages write `new connect.Agent()`. */
  constructor(context: ApiContext, captured?: IndexedSnapshot) {
    this.#context = context;
    this.#captured = captured;
  }

  get #snapshot(): IndexedSnapshot {
    return this.#captured ?? this.#context.data.current;
  }

  get #configuration(): AgentConfiguration {
    return this.#snapshot.configuration;
  }

  #on<Payload>(event: string, callback: EventCallback<Payload>): Subscription {
    return this.#context.bus.subscribe(event, callback);
  }

  /** Called with every update of the agent's data, changed or not. Document 000. */
  onRefresh(callback: EventCallback<Agent>): Subscription {
    return this.#on(AgentEvents.REFRESH, callback);
  }

  /** Called when the type of the agent's state becomes routable: contacts come. Document 000. */
  onRoutable(callback: EventCallback<Agent>): Subscription {
    return this.#on(AgentEvents.ROUTABLE, callback);
  }

  /** Called when the type of the agent's state becomes not routable: online, but no contacts come. Document 000. */
  onNotRoutable(callback: EventCallback<Agent>): Subscription {
    return this.#on(AgentEvents.NOT_ROUTABLE, callback);
  }

  /** Called when the agent goes offline. Document 000. */
  onOffline(callback: EventCallback<Agent>): Subscription {
    return this.#on(AgentEvents.OFFLINE, callback);
  }

  /** Called when the agent gets into an error state, such as a missed call. Document 000. */
  onError(callback: EventCallback<Agent>): Subscription {
    return this.#on(AgentEvents.ERROR, callback);
  }

  /** Called when the agent enters after-call work. Document 000. */
  onAfterCallWork(callback: EventCallback<Agent>): Subscription {
    return this.#on(AgentEvents.ACW, callback);
  }

  /** Called when the name of the agent's state changes. Document 000. */
  onStateChange(callback: EventCallback<AgentStateChangeEvent>): Subscription {
    return this.#on(AgentEvents.STATE_CHANGE, callback);
  }

  /** Called when a state is set that takes effect after the present contact. Protocol section 6.7. */
  onEnqueuedNextState(callback: EventCallback<Agent>): Subscription {
    return this.#on(AgentEvents.ENQUEUED_NEXT_STATE, callback);
  }

  /** Called when that state is withdrawn, or has taken effect. Protocol section 6.7. */
  onClearedNextState(callback: EventCallback<Agent>): Subscription {
    return this.#on(AgentEvents.CLEARED_NEXT_STATE, callback);
  }

  /** Called with the agent when one of their contacts becomes pending. Documents 000 and 002. */
  onContactPending(callback: EventCallback<Agent>): Subscription {
    assertFunction(callback, 'f');
    const context = this.#context;
    return this.#on(ContactEvents.PENDING, function (this: unknown, _contact, eventName, bus) {
      return callback.call(this, context.agent(), eventName, bus);
    });
  }

  /** Called when the softphone fails. Document 000. */
  onSoftphoneError(callback: EventCallback<SoftphoneError>): Subscription {
    return this.#on(AgentEvents.SOFTPHONE_ERROR, callback);
  }

  /** Called when the CCP's web socket is lost. Document 000; protocol section 9.5. */
  onWebSocketConnectionLost(callback: EventCallback): Subscription {
    return this.#on(AgentEvents.WEBSOCKET_CONNECTION_LOST, callback);
  }

  /** Called when the CCP has a web socket again. Document 000; protocol section 9.5. */
  onWebSocketConnectionGained(callback: EventCallback): Subscription {
    return this.#on(AgentEvents.WEBSOCKET_CONNECTION_GAINED, callback);
  }

  /** Called when the microphone is muted or unmuted, wherever that was done. Document 000. */
  onMuteToggle(callback: EventCallback<{ muted: boolean }>): Subscription {
    return this.#on(AgentEvents.MUTE_TOGGLE, callback);
  }

  /** Called when the softphone has the microphone's stream. Protocol section 6.7. */
  onLocalMediaStreamCreated(callback: EventCallback<{ connectionId: string }>): Subscription {
    return this.#on(AgentEvents.LOCAL_MEDIA_STREAM_CREATED, callback);
  }

  /** Called when another loudspeaker is in use. Protocol section 6.7. */
  onSpeakerDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.SPEAKER_DEVICE_CHANGED, callback);
  }

  /** Called when another microphone is in use. Protocol section 6.7. */
  onMicrophoneDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.MICROPHONE_DEVICE_CHANGED, callback);
  }

  /** Called when another device rings. Protocol section 6.7. */
  onRingerDeviceChanged(callback: EventCallback<{ deviceId: string }>): Subscription {
    return this.#on(ConfigurationEvents.RINGER_DEVICE_CHANGED, callback);
  }

  /** The agent's state. Document 000. */
  getState(): AgentState {
    return frozen(this.#snapshot.agent.state);
  }

  /** Alias of {@link getState}. Document 000. */
  getStatus(): AgentState {
    return this.getState();
  }

  /** Milliseconds in the present state, right by the server's clock. Document 000. */
  getStateDuration(): number {
    const { agent, skew } = this.#snapshot;
    return elapsedSince(agent.state.startTimestamp, skew);
  }

  /** Alias of {@link getStateDuration}. Document 000. */
  getStatusDuration(): number {
    return this.getStateDuration();
  }

  /** The state that the agent themselves chose, which system states cover up. Protocol section 7.1. */
  getAvailabilityState(): Readonly<{ state: string; timeStamp: Date }> | null {
    return frozen(this.#snapshot.agent.agentAvailabilityState ?? null);
  }

  /** The state that takes effect after the present contact, or null. Protocol section 7.1. */
  getNextState(): AgentState | null {
    return frozen(this.#snapshot.agent.nextState ?? null);
  }

  /** What the agent may do, such as `outboundCall`. Document 000. */
  getPermissions(): readonly string[] {
    return frozen(this.#configuration.permissions ?? NONE);
  }

  /**
   * The agent's contacts, oldest first.
   * @param contactTypeFilter a ContactType: only those are returned. Document 000.
   */
  getContacts(contactTypeFilter?: string): readonly Contact[] {
    const snapshot = this.#snapshot;
    snapshot.handles ??= Object.freeze(
      [...snapshot.contacts].map(([contactId, record]) => this.#context.contact(contactId, this.#captured && record)),
    );
    const contacts = snapshot.handles as readonly Contact[];
    if (!contactTypeFilter) return contacts;
    return Object.freeze(contacts.filter((contact) => contact.getType() === contactTypeFilter));
  }

  /** The configuration, as a copy of the caller's own to edit and hand to {@link setConfiguration}. Document 000. */
  getConfiguration(): AgentConfiguration {
    return structuredClone(this.#configuration);
  }

  /** The states that the agent can choose. Document 000. */
  getAgentStates(): readonly AgentState[] {
    return frozen(this.#configuration.agentStates ?? NONE);
  }

  /** The routing profile. Document 000. */
  getRoutingProfile(): RoutingProfile {
    return frozen(this.#configuration.routingProfile);
  }

  /**
   * How many contacts of a channel the agent takes at once.
   * @param channel a ChannelType; 0 if the agent does not have it. Without it, the map of all. Document 000.
   */
  getChannelConcurrency(): Readonly<Record<string, number>>;
  getChannelConcurrency(channel: string): number;
  getChannelConcurrency(channel?: string): number | Readonly<Record<string, number>> {
    const map = frozen(this.#configuration.routingProfile?.channelConcurrencyMap ?? DEFAULT_CONCURRENCY);
    return channel ? (map[channel] ?? 0) : map;
  }

  /** The agent's display name. Document 000. */
  getName(): string {
    return this.#configuration.name;
  }

  /** The phone number that calls go to when the softphone is off. Document 000. */
  getExtension(): string {
    return this.#configuration.extension;
  }

  /** Codes of the countries that can be called, such as `us`. Document 000. */
  getDialableCountries(): readonly string[] {
    return frozen(this.#configuration.dialableCountries ?? NONE);
  }

  /** True if calls go to the browser, false if they go to the extension. Document 000. */
  isSoftphoneEnabled(): boolean {
    return this.#configuration.softphoneEnabled;
  }

  /** ARN of the agent, if the service names it. Protocol section 7.1. */
  getAgentARN(): string | undefined {
    return this.#configuration.agentARN;
  }

  /** How the microphone's sound is improved, if the service says. Protocol section 7.1. */
  getVoiceEnhancementMode(): string | undefined {
    return this.#configuration.voiceEnhancementMode;
  }

  /** ARNs of the routing profile's queues. Document 000. */
  getAllQueueARNs(): readonly string[] {
    return this.#snapshot.queueARNs;
  }

  /**
   * Sets the agent's state.
   * @param state one of {@link getAgentStates}, or its name.
   * @param callbacks told how it ended; without them a promise is returned.
   * @param options `enqueueNextState`: have it take effect after the present contact. Document 000; protocol 5.2.
   */
  setState(state: AgentState | string): Promise<unknown>;
  setState(
    state: AgentState | string,
    callbacks: Callbacks | null | undefined,
    options?: { enqueueNextState?: boolean },
  ): Promise<unknown> | undefined;
  setState(
    state: AgentState | string,
    callbacks?: Callbacks | null,
    options?: { enqueueNextState?: boolean },
  ): Promise<unknown> | undefined {
    const enqueueNextState = options ? Boolean(options.enqueueNextState) : undefined;
    return this.#context.commands.send(
      {
        operation: 'putAgentState',
        params: () => ({ state: this.#selectable(state), enqueueNextState }),
      },
      callbacks,
    );
  }

  /** Alias of {@link setState}. Document 000. */
  setStatus(
    state: AgentState | string,
    callbacks?: Callbacks | null,
    options?: { enqueueNextState?: boolean },
  ): Promise<unknown> | undefined {
    return this.setState(state, callbacks, options);
  }

  #selectable(state: AgentState | string): AgentState {
    assertNotNull(state, 'state');
    if (typeof state !== 'string') {
      // A copy: what a framework has wrapped can't be sent.
      if (state.name) return { ...state };
      throw new ValueError('state must be one of getAgentStates(), or its name');
    }
    const states = this.getAgentStates();
    const found = states.find(({ name }) => name === state);
    if (found) return found;
    const names = states.map(({ name }) => name).join(', ');
    throw new ValueError('"%s" is no state of this agent: choose one of %s', state, names);
  }

  /**
   * Changes the agent's settings; the service takes the extension, the softphone switch and the preferences.
   * @param configuration an edited {@link getConfiguration}.
   * @param callbacks told how it ended; without them a promise is returned. Document 000.
   */
  setConfiguration(configuration: AgentConfiguration): Promise<unknown>;
  setConfiguration(configuration: AgentConfiguration, callbacks: Callbacks | null | undefined): void;
  setConfiguration(configuration: AgentConfiguration, callbacks?: Callbacks | null): Promise<unknown> | undefined {
    return this.#context.commands.send(
      {
        operation: 'updateAgentConfiguration',
        params: () => ({ configuration: sendable(checkedConfiguration(configuration, this.#configuration)) }),
        finish: (data) => {
          this.#context.send(LinkEventType.RELOAD_AGENT_CONFIGURATION);
          return data;
        },
      },
      callbacks,
    );
  }

  /**
   * Calls somebody.
   * @param endpoint an endpoint, or a phone number as people write it: with its country code, or as bare digits, which the service
   *   reads. One that would have to be guessed at is refused with a PhoneNumberError as cause.
   * @param options queue and time-out; its callbacks are told how it ended, without them a promise is returned.
   *   Document 000.
   */
  connect(endpoint: EndpointLike): Promise<unknown>;
  connect(endpoint: EndpointLike, options: AgentConnectOptions | null | undefined): Promise<unknown> | undefined;
  connect(endpoint: EndpointLike, options?: AgentConnectOptions | null): Promise<unknown> | undefined {
    const { queueARN, queueId, relatedContactId, timeout } = options ?? {};
    return this.#context.commands.send(
      {
        operation: 'createOutboundContact',
        deadline: Number(timeout) > 0 ? timeout : undefined,
        params: () => ({
          endpoint: toSentEndpoint(endpoint),
          queueARN: queueARN || queueId || this.#configuration.routingProfile?.defaultOutboundQueue?.queueARN,
          ...(relatedContactId && { relatedContactId }),
        }),
      },
      options,
    );
  }

  /**
   * Asks for the quick connects of queues, page by page until there are no more.
   * @param queueARNs one queue's ARN, or several.
   * @param callbacks told how it ended; without them a promise is returned.
   * @param page where to begin. Document 000.
   */
  getEndpoints(queueARNs: string | readonly string[]): Promise<EndpointList>;
  getEndpoints(
    queueARNs: string | readonly string[],
    callbacks: Callbacks<EndpointList> | null | undefined,
    page?: EndpointPage | null,
  ): Promise<EndpointList> | undefined;
  getEndpoints(
    queueARNs: string | readonly string[],
    callbacks?: Callbacks<EndpointList> | null,
    page?: EndpointPage | null,
  ): Promise<EndpointList> | undefined {
    const { maxResults = ENDPOINTS_PER_PAGE, nextToken = null, endpoints = [] } = page ?? {};
    const found = [...endpoints];
    return this.#context.commands.send<EndpointList>(
      {
        operation: 'getEndpoints',
        params: () => ({ queueARNs: [assertNotNull(queueARNs, 'queueARNs')].flat(), nextToken, maxResults }),
        finish: async (data) => {
          const answer = isRecord(data) ? data : {};
          if (Array.isArray(answer.endpoints)) found.push(...answer.endpoints.map((raw: object) => new Endpoint(raw)));
          if (typeof answer.nextToken !== 'string' || !answer.nextToken) {
            return { endpoints: found, addresses: found };
          }
          return this.getEndpoints(queueARNs, null, { ...page, endpoints: found, nextToken: answer.nextToken })!;
        },
      },
      callbacks,
    );
  }

  /** Alias of {@link getEndpoints}. Document 000. */
  getAddresses(
    queueARNs: string | readonly string[],
    callbacks?: Callbacks<EndpointList> | null,
    page?: EndpointPage | null,
  ): Promise<EndpointList> | undefined {
    return this.getEndpoints(queueARNs, callbacks, page);
  }

  /** Mutes the microphone, in whichever tab has it. Document 000. */
  mute(): void {
    this.#context.broadcast(LinkEventType.MUTE, { mute: true });
  }

  /** Unmutes the microphone, in whichever tab has it. Document 000. */
  unmute(): void {
    this.#context.broadcast(LinkEventType.MUTE, { mute: false });
  }

  /**
   * Plays calls on another loudspeaker. The change is told by `onSpeakerDeviceChanged`.
   * @param deviceId id of the device as the CCP's frame has it: see `connect.core.getFrameMediaDevices`. Protocol section 7.1.
   */
  setSpeakerDevice(deviceId: string): void {
    this.#context.broadcast(ConfigurationEvents.SET_SPEAKER_DEVICE, { deviceId });
  }

  /**
   * Takes calls with another microphone. The change is told by `onMicrophoneDeviceChanged`.
   * @param deviceId id of the device as the CCP's frame has it: see `connect.core.getFrameMediaDevices`. Protocol section 7.1.
   */
  setMicrophoneDevice(deviceId: string): void {
    this.#context.broadcast(ConfigurationEvents.SET_MICROPHONE_DEVICE, { deviceId });
  }

  /**
   * Rings on another device. The change is told by `onRingerDeviceChanged`.
   * @param deviceId id of the device as the CCP's frame has it: see `connect.core.getFrameMediaDevices`. Protocol section 7.1.
   */
  setRingerDevice(deviceId: string): void {
    this.#context.broadcast(ConfigurationEvents.SET_RINGER_DEVICE, { deviceId });
  }

  /** An agent that keeps the present data. Document 000. */
  toSnapshot(): Agent {
    return this.#context.agent(this.#snapshot);
  }
}

/**
 * A configuration as it is sent, without touching the caller's own. What the service has sent itself goes back as it came.
 * Protocol section 5.3.
 */
function checkedConfiguration(given: AgentConfiguration, present: AgentConfiguration): AgentConfiguration {
  return withExtension(withLocale(assertNotNull(given, 'configuration'), present), present);
}

/** The same, with preferences that name their locale if they have a language. */
function withLocale(given: AgentConfiguration, present: AgentConfiguration): AgentConfiguration {
  if (!given.agentPreferences) return given;
  const { LANGUAGE, locale } = given.agentPreferences;
  const wanted = locale ?? LANGUAGE ?? undefined;
  if (wanted === undefined) return given;
  if (isValidLocale(wanted)) return { ...given, agentPreferences: { ...given.agentPreferences, locale: wanted } };
  const { LANGUAGE: oldLanguage, locale: oldLocale } = present.agentPreferences ?? {};
  if (LANGUAGE === oldLanguage && locale === oldLocale) return given;
  throw new ValueError('InvalidLocale: "%s" is no language of the CCP; write it as in en_US', wanted);
}

/** The same, with a number for calls to the agent that was changed read like every other one; if it cannot be, the service says so. */
function withExtension(given: AgentConfiguration, present: AgentConfiguration): AgentConfiguration {
  const { extension } = given;
  if (typeof extension !== 'string' || extension === present.extension) return given;
  const read = readWrittenNumber(extension);
  return 'number' in read ? { ...given, extension: read.number } : given;
}

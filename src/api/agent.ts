// Agent: the one agent of the runtime, with its states, settings and commands. docs/protocol.md, section 7.1.
import type { IndexedSnapshot } from '../agent/snapshot.js';
import { DEFAULT_DEADLINE } from '../conduit/request-client.js';
import { LONGEST_WAIT, takeTime } from '../conduit/time-limit.js';
import { SdkNamespace } from '../conduit/side-channel.js';
import { type AgentConfiguration, type AgentState, isRecord } from '../conduit/wire.js';
import { sendable } from '../conduit/sendable.js';
import { CommandError, CommandErrorType } from '../errors/command-error.js';
import { assertNotNull, ValueError } from '../errors/errors.js';
import { ConfigurationEvents, LinkEventType } from '../events/event-names.js';
import { AgentFacts } from './agent-facts.js';
import { ClientMethods, TaskTemplatesClientMethods } from './client-methods.js';
import type { Callbacks, Command } from './commands.js';
import type { AgentContext, AgentStateChange, NetworkConnection } from './agent-subscriptions.js';
import { type EndpointLike, toSentEndpoint } from './endpoint.js';
import { type EndpointList, type EndpointPage, EndpointPages } from './endpoint-pages.js';
import { AgentErrorStates, VoiceEnhancementMode } from './enums.js';
import { isValidLocale } from './locale.js';
import { readWrittenNumber } from './phone-number.js';
import {
  createdTask,
  isTemplated,
  type NewTask,
  taskParams,
  type TaskTemplateQuery,
  type TaskTemplatesQuery,
  taskUpdateParams,
  type TaskUpdate,
  templateParams,
} from './tasks.js';

/** What `agent.onStateChange` gives. */
export type AgentStateChangeEvent = AgentStateChange<Agent>;

/** Options of `agent.connect`. */
export interface AgentConnectOptions extends Callbacks {
  /** Queue that the outbound contact counts for; the routing profile's default outbound queue if left out. */
  queueARN?: string;
  /** Alias of `queueARN`. */
  queueId?: string;
  /** A contact that the new one belongs to. */
  relatedContactId?: string;
  /** Milliseconds after which the command fails if the service has not answered; 30000 if left out. */
  timeout?: number;
}

/** The agent. Every object of this class stands for the same one and reads the present data. */
export class Agent extends AgentFacts<Agent> {
  /** @internal Made by the runtime; pages write `new connect.Agent()`. */
  constructor(context: AgentContext<Agent>, captured?: IndexedSnapshot) {
    super(context, captured);
  }

  /**
   * Sets the agent's state.
   * @param state one of {@link getAgentStates}, or its name.
   * @param callbacks told how it ended; without them a promise is returned.
   * @param options `enqueueNextState`: have it take effect after the present contact. Streams documentation, "agent.setState()"; protocol 5.2.
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
    return this.context.commands.send(
      {
        operation: 'putAgentState',
        params: () => ({ state: this.#selectable(state), enqueueNextState }),
      },
      callbacks,
    );
  }

  /** Alias of {@link setState}. Streams documentation, "agent.setStatus()". */
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
    const states = this.configuration.agentStates ?? [];
    const found = states.find(({ name }) => name === state);
    if (found) return found;
    const names = states.map(({ name }) => name).join(', ');
    throw new ValueError('"%s" is no state of this agent: choose one of %s', state, names);
  }

  /**
   * Changes the agent's settings; the service takes the extension, the softphone switch and the preferences.
   * @param configuration an edited {@link getConfiguration}.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "agent.setConfiguration()".
   */
  setConfiguration(configuration: AgentConfiguration): Promise<unknown>;
  setConfiguration(configuration: AgentConfiguration, callbacks: Callbacks | null | undefined): void;
  setConfiguration(configuration: AgentConfiguration, callbacks?: Callbacks | null): Promise<unknown> | undefined {
    return this.context.commands.send(
      {
        operation: 'updateAgentConfiguration',
        params: () => ({ configuration: sendable(checkedConfiguration(configuration, this.configuration)) }),
        finish: (data) => {
          this.context.send(LinkEventType.RELOAD_AGENT_CONFIGURATION);
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
   *   Streams documentation, "agent.connect()".
   */
  connect(endpoint: EndpointLike): Promise<unknown>;
  connect(endpoint: EndpointLike, options: AgentConnectOptions | null | undefined): Promise<unknown> | undefined;
  connect(endpoint: EndpointLike, options?: AgentConnectOptions | null): Promise<unknown> | undefined {
    const { queueARN, queueId, relatedContactId } = options ?? {};
    const { time: deadline, problem } = takeTime('timeout', options?.timeout, {
      usual: DEFAULT_DEADLINE,
      most: LONGEST_WAIT,
    });
    if (problem) this.context.log.warn('agent.connect: %s', problem);
    return this.context.commands.send(
      {
        operation: 'createOutboundContact',
        deadline,
        params: () => ({
          endpoint: toSentEndpoint(endpoint),
          queueARN: queueARN || queueId || this.configuration.routingProfile?.defaultOutboundQueue?.queueARN,
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
   * @param page where to begin. Streams documentation, "agent.getEndpoints()".
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
    const pages = new EndpointPages(page);
    const command: Command<unknown> = {
      operation: 'getEndpoints',
      params: () => ({
        queueARNs: [assertNotNull(queueARNs, 'queueARNs')].flat(),
        nextToken: pages.nextToken,
        maxResults: pages.maxResults,
      }),
    };
    const { commands } = this.context;
    return commands.send<EndpointList>(
      {
        ...command,
        finish: async (answer) => {
          for (let data = answer; pages.add(data);) data = await commands.send(command);
          return pages.list;
        },
      },
      callbacks,
    );
  }

  /** Alias of {@link getEndpoints}. Streams documentation, "agent.getAddresses()". */
  getAddresses(
    queueARNs: string | readonly string[],
    callbacks?: Callbacks<EndpointList> | null,
    page?: EndpointPage | null,
  ): Promise<EndpointList> | undefined {
    return this.getEndpoints(queueARNs, callbacks, page);
  }

  /**
   * Creates a task, for an agent, a queue, or by a template.
   * @param task what there is to do, and who is to do it.
   * @param callbacks told how it ended; without them a promise is returned.
   * @returns resolves to the id of the new contact. Public: README of amazon-connect-taskjs.
   */
  createTask(task: NewTask): Promise<{ contactId: string }>;
  createTask(
    task: NewTask,
    callbacks: Callbacks<{ contactId: string }> | null | undefined,
  ): Promise<{ contactId: string }> | undefined;
  createTask(
    task: NewTask,
    callbacks?: Callbacks<{ contactId: string }> | null,
  ): Promise<{ contactId: string }> | undefined {
    const operation = isTemplated(task)
      ? TaskTemplatesClientMethods.CREATE_TEMPLATED_TASK
      : ClientMethods.CREATE_TASK_CONTACT;
    return this.context.commands.send({ operation, params: () => taskParams(task), finish: createdTask }, callbacks);
  }

  /**
   * Changes a task that was made of a template.
   * @param task its `contactId`, and what is to be different.
   * @param callbacks told how it ended; without them a promise is returned. Public: README of amazon-connect-taskjs.
   */
  updateContact(task: TaskUpdate, callbacks?: Callbacks | null): Promise<unknown> | undefined {
    const operation = TaskTemplatesClientMethods.UPDATE_CONTACT;
    return this.context.commands.send({ operation, params: () => taskUpdateParams(task) }, callbacks);
  }

  /**
   * Asks for the task templates of the instance.
   * @param query which ones: `status`, `maxResults`.
   * @param callbacks told how it ended; without them a promise is returned. Public: README of amazon-connect-taskjs.
   */
  listTaskTemplates(query?: TaskTemplatesQuery | null, callbacks?: Callbacks | null): Promise<unknown> | undefined {
    const operation = TaskTemplatesClientMethods.LIST_TASK_TEMPLATES;
    const params = () => ({ instanceId: this.context.data.getInstanceId(), queryParams: sendable({ ...query }) });
    return this.context.commands.send({ operation, params }, callbacks);
  }

  /**
   * Asks for one task template, with its fields, default values and constraints.
   * @param query its `id`, and `version` for another one than the newest.
   * @param callbacks told how it ended; without them a promise is returned. Public: README of amazon-connect-taskjs.
   */
  getTaskTemplate(query: TaskTemplateQuery, callbacks?: Callbacks | null): Promise<unknown> | undefined {
    const operation = TaskTemplatesClientMethods.GET_TASK_TEMPLATE;
    const params = () => templateParams(this.context.data.getInstanceId(), query);
    return this.context.commands.send({ operation, params }, callbacks);
  }

  /** Mutes the microphone, in whichever tab has it. Streams documentation, "agent.mute()". */
  mute(): void {
    this.context.broadcast(LinkEventType.MUTE, { mute: true });
  }

  /** Unmutes the microphone, in whichever tab has it. Streams documentation, "agent.unmute()". */
  unmute(): void {
    this.context.broadcast(LinkEventType.MUTE, { mute: false });
  }

  /**
   * Plays calls on another loudspeaker. The change is told by `onSpeakerDeviceChanged`.
   * @param deviceId id of the device as the CCP's frame has it: see `connect.core.getFrameMediaDevices`. docs/protocol.md, section 7.1.
   */
  setSpeakerDevice(deviceId: string): void {
    this.context.broadcast(ConfigurationEvents.SET_SPEAKER_DEVICE, { deviceId });
  }

  /**
   * Takes calls with another microphone. The change is told by `onMicrophoneDeviceChanged`.
   * @param deviceId id of the device as the CCP's frame has it: see `connect.core.getFrameMediaDevices`. docs/protocol.md, section 7.1.
   */
  setMicrophoneDevice(deviceId: string): void {
    this.context.broadcast(ConfigurationEvents.SET_MICROPHONE_DEVICE, { deviceId });
  }

  /**
   * Rings on another device. The change is told by `onRingerDeviceChanged`.
   * @param deviceId id of the device as the CCP's frame has it: see `connect.core.getFrameMediaDevices`. docs/protocol.md, section 7.1.
   */
  setRingerDevice(deviceId: string): void {
    this.context.broadcast(ConfigurationEvents.SET_RINGER_DEVICE, { deviceId });
  }

  /**
   * Tells all tabs that another camera is in use; who owns the pictures acts on it. Heard by `onCameraDeviceChanged`.
   * @param deviceId id of the device.
   */
  setCameraDevice(deviceId: string): void {
    if (typeof deviceId !== 'string' || !deviceId) throw new ValueError('deviceId must be the id of a camera');
    this.context.broadcast(ConfigurationEvents.CAMERA_DEVICE_CHANGED, { deviceId });
  }

  /**
   * Tells all tabs whether what is behind the agent is to be blurred; who owns the pictures acts on it. Heard by
   * `onBackgroundBlurChanged`.
   * @param isBackgroundBlurEnabled true to blur it.
   */
  setBackgroundBlur(isBackgroundBlurEnabled: boolean): void {
    if (typeof isBackgroundBlurEnabled !== 'boolean')
      throw new ValueError('isBackgroundBlurEnabled must be true or false');
    this.context.broadcast(ConfigurationEvents.BACKGROUND_BLUR_CHANGED, { isBackgroundBlurEnabled });
  }

  /**
   * How the CCP's network stands.
   * @returns rejects with a CommandError. Streams documentation, "agent.getNetworkConnectionStatus()".
   */
  getNetworkConnectionStatus(): Promise<NetworkConnection> {
    return this.context.sideChannel.request(SdkNamespace.CONTACT, 'agent/getNetworkConnectionStatus');
  }

  /**
   * Has the voices of calls made clearer in another way, or no longer. Heard by `onVoiceEnhancementModeChanged`.
   * @param mode a VoiceEnhancementMode.
   * @returns rejects with a CommandError.
   * @throws ValueError for any other mode. Streams documentation, "agent.setVoiceEnhancementMode()".
   */
  setVoiceEnhancementMode(mode: string): Promise<void> {
    const modes = Object.values<string>(VoiceEnhancementMode);
    if (!modes.includes(mode)) throw new ValueError('mode must be one of %s; it is %s', modes.join(', '), mode);
    return this.#enhance(mode);
  }

  async #enhance(voiceEnhancementMode: string): Promise<void> {
    await this.context.sideChannel.request(SdkNamespace.VOICE, 'voice/setVoiceEnhancementMode', {
      voiceEnhancementMode,
    });
    // Else the configuration would show it only when the CCP asks for it again by itself.
    this.context.send(LinkEventType.RELOAD_AGENT_CONFIGURATION);
  }

  /** An agent that keeps the present data. Streams documentation, "agent.toSnapshot()". */
  toSnapshot(): Agent {
    return this.context.agent(this.snapshot);
  }
}

/**
 * A configuration as it is sent, without touching the caller's own. What the service has sent itself goes back as it came.
 * docs/protocol.md, section 5.3.
 */
function checkedConfiguration(given: AgentConfiguration, present: AgentConfiguration): AgentConfiguration {
  if (!isRecord(assertNotNull(given, 'configuration')) || Array.isArray(given)) {
    throw new ValueError('configuration must be what getConfiguration() gives, edited; it is %s', given);
  }
  return withExtension(withLocale(given, present), present);
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
  throw new CommandError({
    operation: 'updateAgentConfiguration',
    type: CommandErrorType.INVALID_ARGUMENT,
    message: `updateAgentConfiguration was not sent: InvalidLocale: "${wanted}" is no language of the CCP; write it as in en_US`,
    text: AgentErrorStates.INVALID_LOCALE,
  });
}

/** The same, with a number for calls to the agent that was changed read like every other one; if it cannot be, the service says so. */
function withExtension(given: AgentConfiguration, present: AgentConfiguration): AgentConfiguration {
  const { extension } = given;
  if (typeof extension !== 'string' || extension === present.extension) return given;
  const read = readWrittenNumber(extension);
  return 'number' in read ? { ...given, extension: read.number } : given;
}

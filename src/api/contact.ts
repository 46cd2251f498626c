// Contact: one call, callback, chat or task of the agent. Protocol section 7.2.
import type {
  ConnectionData,
  Queue,
  TimedState,
  WireEndpoint,
  ContactAttribute,
  ContactData,
} from '../conduit/wire.js';
import { frozen } from '../agent/freeze.js';
import { type ContactRecord, elapsedSince } from '../agent/snapshot.js';
import { CommandError, CommandErrorType } from '../errors/command-error.js';
import { assertNotNull, ValueError } from '../errors/errors.js';
import type { EventCallback, Subscription } from '../events/event-bus.js';
import { ContactEvents, type ContactEventName, LinkEventType, getContactEventName } from '../events/event-names.js';
import type { Callbacks } from './commands.js';
import { type BaseConnection, clickReport } from './connection.js';
import type { ApiContext } from './context.js';
import { type EndpointLike, toSentEndpoint } from './endpoint.js';
import {
  ClickType,
  ConnectionStateType,
  ConnectionType,
  ContactInitiationMethod,
  ContactStateType,
  ContactType,
  MonitoringErrorTypes,
  MonitoringMode,
} from './enums.js';

const NOTHING: Readonly<Record<string, never>> = Object.freeze({});

type CommandReturn = Promise<unknown> | undefined;

const isVoice = (type: string): boolean => type === ContactType.VOICE || type === ContactType.QUEUE_CALLBACK;

/** A contact. Reads the present data; once the contact is gone its getters throw a StateError, its snapshot answers. */
export class Contact {
  readonly contactId: string;
  readonly #context: ApiContext;
  readonly #captured: ContactRecord | undefined;

  /** @internal Made by the runtime; pages write `new connect.Contact(contactId)`. */
  constructor(context: ApiContext, contactId: string, captured?: ContactRecord) {
    this.#context = context;
    this.contactId = contactId;
    this.#captured = captured;
  }

  /** The raw data of the contact, frozen. Document 004. */
  _getData(): ContactData {
    return frozen(this.#record.data);
  }

  get #record(): ContactRecord {
    return this.#captured ?? this.#context.data.contact(this.contactId);
  }

  #on(event: ContactEventName, callback: EventCallback<Contact>): Subscription {
    return this.#context.bus.subscribe(getContactEventName(event, this.contactId), callback);
  }

  /** Called with every update of the agent's data while the contact is there. Document 000. */
  onRefresh(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.REFRESH, callback);
  }

  /** Called when a queue callback comes in, to be accepted. Document 000. */
  onIncoming(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.INCOMING, callback);
  }

  /** Called when the contact becomes pending. Document 000. */
  onPending(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.PENDING, callback);
  }

  /** Called when the contact rings, before it is accepted; for a queue callback after it. Document 000. */
  onConnecting(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.CONNECTING, callback);
  }

  /** Called when the contact was accepted, in any tab. Document 000. */
  onAccepted(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.ACCEPTED, callback);
  }

  /** Called when the agent did not take the contact. Document 000. */
  onMissed(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.MISSED, callback);
  }

  /** Called when the contact is over, in whichever way. Document 000. */
  onEnded(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.ENDED, callback);
  }

  /** Called with the contact as it last was, when it is gone. Document 000. */
  onDestroy(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.DESTROYED, callback);
  }

  /** Called when the contact enters after-contact work. Document 000. */
  onACW(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.ACW, callback);
  }

  /** Called when the contact is connected. Document 000. */
  onConnected(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.CONNECTED, callback);
  }

  /** Called when the contact gets into an error. Document 000. */
  onError(callback: EventCallback<Contact>): Subscription {
    return this.#on(ContactEvents.ERROR, callback);
  }

  /**
   * The name under which an event of this contact is published: `contact::connected::<contactId>`.
   * @param eventName a ContactEvents value.
   * @throws ValueError for anything else. Document 000.
   */
  getEventName(eventName: ContactEventName): string {
    return getContactEventName(eventName, this.contactId);
  }

  /** Id of the contact. Document 000. */
  getContactId(): string {
    return this.contactId;
  }

  /** Id of the contact from which this one was transferred, or null. Document 000. */
  getInitialContactId(): string | null {
    return this._getData().initialContactId ?? null;
  }

  /** Alias of {@link getInitialContactId}. Document 000. */
  getOriginalContactId(): string | null {
    return this.getInitialContactId();
  }

  /** A ContactType. Document 000. */
  getType(): string {
    return this._getData().type;
  }

  /** Its state. Document 000. */
  getState(): TimedState {
    return this._getData().state;
  }

  /** Alias of {@link getState}. Document 000. */
  getStatus(): TimedState {
    return this.getState();
  }

  /** Milliseconds in the present state, right by the server's clock. Document 000. */
  getStateDuration(): number {
    const { data, skew, received } = this.#record;
    return elapsedSince(data.state.timestamp, skew, received);
  }

  /** Alias of {@link getStateDuration}. Document 000. */
  getStatusDuration(): number {
    return this.getStateDuration();
  }

  /** The queue that it came through, or null. Document 000. */
  getQueue(): Queue | null {
    return this._getData().queue ?? null;
  }

  /** When it was put in the queue, or null. Document 000. */
  getQueueTimestamp(): Date | null {
    return this._getData().queueTimestamp ?? null;
  }

  /** Its attributes, by name. Document 000. */
  getAttributes(): Readonly<Record<string, ContactAttribute>> {
    return this._getData().attributes ?? NOTHING;
  }

  /** Name of a task, or null. Protocol section 7.2. */
  getName(): string | null {
    return this._getData().name ?? null;
  }

  /** Description of a task, or null. Protocol section 7.2. */
  getDescription(): string | null {
    return this._getData().description ?? null;
  }

  /** References of a task, by name. Protocol section 7.2. */
  getReferences(): Readonly<Record<string, unknown>> {
    return this._getData().references ?? NOTHING;
  }

  /** How the contact came about: a ContactInitiationMethod, or null. Protocol section 7.2. */
  getInitiationMethod(): string | null {
    return this._getData().initiationMethod ?? null;
  }

  /** What the contact can do, such as attachments. Protocol section 7.2. */
  getContactFeatures(): Readonly<Record<string, unknown>> {
    return this._getData().contactFeatures ?? NOTHING;
  }

  /** What its channel adds, such as a task's schedule, or null. Protocol section 7.2. */
  getChannelContext(): Readonly<Record<string, unknown>> | null {
    return this._getData().channelContext ?? null;
  }

  /** Its system attributes, by name, or null. Protocol section 7.2. */
  getSegmentAttributes(): ContactData['segmentAttributes'] | null {
    return this._getData().segmentAttributes ?? null;
  }

  /** What the system attributes call its kind, such as `connect:WebRTC`, or null. Protocol section 7.2. */
  getContactSubtype(): string | null {
    return this.getSegmentAttributes()?.['connect:Subtype']?.ValueString ?? null;
  }

  /** Metadata that the service adds to the contact, as they came, or null. Protocol section 7.2. */
  getContactMetadata(): unknown {
    return this._getData().contactMetadata ?? null;
  }

  /** Id of the contact that it belongs to, or null. Protocol section 7.2. */
  getRelatedContactId(): string | null {
    return this._getData().relatedContactId ?? null;
  }

  /** Id of the chain of contacts that it belongs to, or null. Protocol section 7.2. */
  getContactAssociationId(): string | null {
    return this._getData().contactAssociationId ?? null;
  }

  /** The customer's end as the service sends it, or null. Protocol section 7.2. */
  getCustomerEndpoint(): WireEndpoint | null {
    return this._getData().customerEndpoint ?? null;
  }

  /** The instance's end as the service sends it, or null. Protocol section 7.2. */
  getConnectSystemEndpoint(): WireEndpoint | null {
    return this._getData().connectSystemEndpoint ?? null;
  }

  /** Seconds that it has lasted, as text, or null. Protocol section 7.2. */
  getContactDuration(): string | null {
    return this._getData().contactDuration ?? null;
  }

  /** All its connections. Document 000. */
  getConnections(): readonly BaseConnection[] {
    const record = this.#record;
    record.handles ??= Object.freeze(
      record.connections.map((connection) => this.#context.connection(connection, this.#captured !== undefined)),
    );
    return record.handles as readonly BaseConnection[];
  }

  /** The connection with which it began, or null. Document 000. */
  getInitialConnection(): BaseConnection | null {
    return this.getConnections()[this.#record.roles.initial] ?? null;
  }

  /** The same, or null if it is no longer active. Document 000. */
  getActiveInitialConnection(): BaseConnection | null {
    const initial = this.getInitialConnection();
    return initial?.isActive() ? initial : null;
  }

  /** All connections but the initial one and the agent's own. Document 000. */
  getThirdPartyConnections(): readonly BaseConnection[] {
    const connections = this.getConnections();
    return Object.freeze(this.#record.roles.thirdParties.map((position) => connections[position]));
  }

  /** The third party that is active, or null. Document 000. */
  getSingleActiveThirdPartyConnection(): BaseConnection | null {
    return this.getThirdPartyConnections().find((connection) => connection.isActive()) ?? null;
  }

  /** The agent's own connection, or that of a monitoring supervisor, or null. Document 000. */
  getAgentConnection(): BaseConnection | null {
    return this.getConnections()[this.#record.roles.agent] ?? null;
  }

  /** The connections that are active. Protocol section 7.2. */
  getActiveConnections(): readonly BaseConnection[] {
    return Object.freeze(this.getConnections().filter((connection) => connection.isActive()));
  }

  /** True if just two take part. Protocol section 7.2. */
  hasTwoActiveParticipants(): boolean {
    return this.getActiveConnections().length === 2;
  }

  /** True for a call through the browser. Document 000. */
  isSoftphoneCall(): boolean {
    return isVoice(this.getType()) && this._getData().connections.some(({ softphoneMediaInfo }) => softphoneMediaInfo);
  }

  /** True if it came in, false if the agent began it. Document 000. */
  isInbound(): boolean {
    const type = this.getType();
    const method = this.getInitiationMethod();
    const { data, roles } = this.#record;
    const initial: ConnectionData | undefined = data.connections[roles.initial];
    const hasCustomerLeg = isVoice(type) || type === ContactType.CHAT;
    if (initial && hasCustomerLeg && method !== ContactInitiationMethod.CAMPAIGN_PREVIEW) {
      return initial.type === ConnectionType.INBOUND;
    }
    return method !== ContactInitiationMethod.OUTBOUND;
  }

  /** True while it is connected. Document 000. */
  isConnected(): boolean {
    return this.getState().type === ContactStateType.CONNECTED;
  }

  /** True if it is accepted without the agent's doing. Protocol section 7.2. */
  isAutoAcceptEnabled(): boolean {
    const { agentContactHandlingConfig, connections } = this._getData();
    if (agentContactHandlingConfig) return agentContactHandlingConfig.autoAccept ?? false;
    const agent = connections.find((connection) => connection.type === ConnectionType.AGENT);
    return isVoice(this.getType()) && agent?.softphoneMediaInfo?.autoAccept === true;
  }

  /** True if more than three can take part. Protocol section 7.2. */
  isMultiPartyConferenceEnabled(): boolean {
    return this.getContactFeatures().multiPartyConferenceEnabled === true;
  }

  /** True while a supervisor takes part. Protocol section 7.2. */
  isUnderSupervision(): boolean {
    return this.getConnections().some(
      (connection) => connection.getType() !== ConnectionType.AGENT && connection.isActive() && connection.isBarge(),
    );
  }

  #command(
    operation: string,
    callbacks: Callbacks | null | undefined,
    more?: () => Record<string, unknown>,
    finish?: (data: unknown) => unknown,
  ): CommandReturn {
    const { contactId } = this;
    return this.#context.commands.send(
      { operation, params: () => ({ contactId: assertNotNull(contactId, 'contactId'), ...more?.() }), finish },
      callbacks,
    );
  }

  /**
   * Accepts the contact.
   * @param callbacks told how it ended; without them a promise is returned. Document 000.
   */
  accept(): Promise<unknown>;
  accept(callbacks: Callbacks | null | undefined): void;
  accept(callbacks?: Callbacks | null): CommandReturn {
    const { contactId } = this;
    this.#context.report(LinkEventType.CLICK_STREAM_DATA, clickReport(contactId, ClickType.ACCEPT));
    return this.#command('acceptContact', callbacks, undefined, (data) => {
      this.#context.report(ContactEvents.ACCEPTED, { contactId });
      this.#context.report(this.getEventName(ContactEvents.ACCEPTED), { contactId });
      return data;
    });
  }

  /**
   * Rejects the contact.
   * @param callbacks told how it ended; without them a promise is returned. Protocol section 5.2.
   */
  reject(): Promise<unknown>;
  reject(callbacks: Callbacks | null | undefined): void;
  reject(callbacks?: Callbacks | null): CommandReturn {
    this.#context.report(LinkEventType.CLICK_STREAM_DATA, clickReport(this.contactId, ClickType.REJECT));
    return this.#command('rejectContact', callbacks);
  }

  /**
   * Does nothing, as in amazon-connect-streams: document 000 deprecates it. Use the agent connection's `destroy()` to hang
   * up, and {@link clear} to clear.
   * @param callbacks `failure` is told so; without them a promise is returned, which rejects.
   */
  destroy(): Promise<unknown>;
  destroy(callbacks: Callbacks | null | undefined): void;
  destroy(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('destroyContact', callbacks, () => {
      const message = 'contact.destroy() is deprecated: destroy the agent connection, or clear().';
      throw new CommandError({ operation: 'destroyContact', type: CommandErrorType.UNSUPPORTED, message });
    });
  }

  /**
   * Clears a contact that is over.
   * @param callbacks told how it ended; without them a promise is returned. Document 000.
   */
  clear(): Promise<unknown>;
  clear(callbacks: Callbacks | null | undefined): void;
  clear(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('clearContact', callbacks);
  }

  /**
   * Completes the contact; {@link clear} is its successor.
   * @param callbacks told how it ended; without them a promise is returned. Document 000.
   */
  complete(): Promise<unknown>;
  complete(callbacks: Callbacks | null | undefined): void;
  complete(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('completeContact', callbacks);
  }

  /**
   * Reports that something is wrong with the contact.
   * @param issueCode a code of the caller's choice.
   * @param description what is wrong.
   * @param callbacks told how it ended; without them a promise is returned. Document 000.
   */
  notifyIssue(issueCode: string, description: string): Promise<unknown>;
  notifyIssue(issueCode: string, description: string, callbacks: Callbacks | null | undefined): void;
  notifyIssue(issueCode: string, description: string, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('notifyContactIssue', callbacks, () => ({ issueCode, description }));
  }

  /**
   * Calls a third party into the contact.
   * @param endpoint an endpoint, or a phone number in E.164 form.
   * @param callbacks told how it ended; without them a promise is returned. Document 000.
   */
  addConnection(endpoint: EndpointLike): Promise<unknown>;
  addConnection(endpoint: EndpointLike, callbacks: Callbacks | null | undefined): void;
  addConnection(endpoint: EndpointLike, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('createAdditionalConnection', callbacks, () => ({
      endpoint: toSentEndpoint(endpoint),
    }));
  }

  /**
   * Calls one more into a conference of many, or into a task.
   * @param endpoint an endpoint, or a phone number in E.164 form.
   * @param callbacks told how it ended; without them a promise is returned. Protocol section 5.2.
   */
  addParticipant(endpoint: EndpointLike): Promise<unknown>;
  addParticipant(endpoint: EndpointLike, callbacks: Callbacks | null | undefined): void;
  addParticipant(endpoint: EndpointLike, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('addNewConnection', callbacks, () => ({ endpoint: toSentEndpoint(endpoint) }));
  }

  /**
   * Hands the contact over without a talk before.
   * @param endpoint an endpoint, or a phone number in E.164 form.
   * @param callbacks told how it ended; without them a promise is returned. Protocol section 5.2.
   */
  transfer(endpoint: EndpointLike): Promise<unknown>;
  transfer(endpoint: EndpointLike, callbacks: Callbacks | null | undefined): void;
  transfer(endpoint: EndpointLike, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('transferContact', callbacks, () => ({ endpoint: toSentEndpoint(endpoint) }));
  }

  /**
   * Swaps who is on hold and who is talked to.
   * @param callbacks told how it ended; without them a promise is returned. Document 000.
   */
  toggleActiveConnections(): Promise<unknown>;
  toggleActiveConnections(callbacks: Callbacks | null | undefined): void;
  toggleActiveConnections(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('toggleActiveConnections', callbacks, () => {
      const connections = this.getConnections();
      const held = connections.find((connection) => connection.getState().type === ConnectionStateType.HOLD);
      const chosen = held ?? connections.find((connection) => connection.isActive());
      return { connectionId: chosen?.getConnectionId() ?? null };
    });
  }

  /**
   * Joins all active connections.
   * @param callbacks told how it ended; without them a promise is returned. Document 000.
   */
  conferenceConnections(): Promise<unknown>;
  conferenceConnections(callbacks: Callbacks | null | undefined): void;
  conferenceConnections(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('conferenceConnections', callbacks);
  }

  /**
   * Pauses a task.
   * @param callbacks told how it ended; without them a promise is returned. Protocol section 5.2.
   */
  pause(): Promise<unknown>;
  pause(callbacks: Callbacks | null | undefined): void;
  pause(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('pauseContact', callbacks);
  }

  /**
   * Goes on with a paused task.
   * @param callbacks told how it ended; without them a promise is returned. Protocol section 5.2.
   */
  resume(): Promise<unknown>;
  resume(callbacks: Callbacks | null | undefined): void;
  resume(callbacks?: Callbacks | null): CommandReturn {
    return this.#command('resumeContact', callbacks);
  }

  /**
   * Changes how a supervisor takes part.
   * @param targetState a MonitoringMode, in either case.
   * @param callbacks told how it ended; without them a promise is returned. Protocol section 5.3.
   */
  updateMonitorParticipantState(targetState: string): Promise<unknown>;
  updateMonitorParticipantState(targetState: string, callbacks: Callbacks | null | undefined): CommandReturn;
  updateMonitorParticipantState(targetState: string, callbacks?: Callbacks | null): CommandReturn {
    return this.#command('updateMonitorParticipantState', callbacks, () => {
      const targetMonitorMode = String(targetState).toUpperCase();
      if (Object.hasOwn(MonitoringMode, targetMonitorMode)) return { targetMonitorMode };
      const modes = Object.keys(MonitoringMode).join(' or ');
      throw new ValueError('%s: must be %s', MonitoringErrorTypes.INVALID_TARGET_STATE, modes);
    });
  }

  /**
   * Listens to the contact as a supervisor.
   * @param callbacks told how it ended; without them a promise is returned. Protocol section 5.2.
   */
  silentMonitor(callbacks?: Callbacks | null): CommandReturn {
    return this.updateMonitorParticipantState(MonitoringMode.SILENT_MONITOR, callbacks);
  }

  /**
   * Takes part in the contact as a supervisor.
   * @param callbacks told how it ended; without them a promise is returned. Protocol section 5.2.
   */
  bargeIn(callbacks?: Callbacks | null): CommandReturn {
    return this.updateMonitorParticipantState(MonitoringMode.BARGE, callbacks);
  }

  /** A contact that keeps the present data, its connections included. Document 000. */
  toSnapshot(): Contact {
    return this.#context.contact(this.contactId, this.#record);
  }
}

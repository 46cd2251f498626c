// Connections: the legs of a contact, one class for each channel. docs/protocol.md, section 7.4.
import { copied } from '../agent/copy.js';
import { type ConnectionRecord, elapsedSince } from '../agent/snapshot.js';
import { type ConnectionData, isRecord, type TimedState } from '../conduit/wire.js';
import { ValueError } from '../errors/errors.js';
import { LinkEventType } from '../events/event-names.js';
import type { Callbacks } from './commands.js';
import type { ApiContext } from './context.js';
import { Endpoint } from './endpoint.js';
import {
  ClickType,
  CONNECTION_ACTIVE_STATES,
  CONNECTION_CONNECTED_STATES,
  ConnectionStateType,
  ConnectionType,
  CustomerAuthenticationStatus,
  MediaType,
  MonitoringMode,
} from './enums.js';
import { showData } from './shown-data.js';
import { withPlainSigns } from './written-text.js';

/** What a command gives: a promise, unless callbacks were given. */
export type CommandReturn = Promise<unknown> | undefined;

/** What is known of the media of a connection. */
export type MediaInfo = Record<string, unknown> | null | undefined;

/** Kinds of connections that are the agent's own, or those of a supervisor. */
const OWN_TYPES: readonly string[] = [ConnectionType.AGENT, ConnectionType.MONITORING];

/** What connections work with. */
export type ConnectionContext = ApiContext<unknown, unknown, BaseConnection>;

/** What every connection has, whatever its channel. */
export class BaseConnection {
  readonly contactId: string;
  readonly connectionId: string;
  readonly #context: ConnectionContext;
  readonly #captured: ConnectionRecord | undefined;

  /** @internal Made by the runtime; pages write `new connect.Connection(contactId, connectionId)`. */
  constructor(context: ConnectionContext, contactId: string, connectionId: string, captured?: ConnectionRecord) {
    this.#context = context;
    this.contactId = contactId;
    this.connectionId = connectionId;
    this.#captured = captured;
    if (captured) showData(this, 'connectionData', captured.data);
  }

  /** The runtime, for the classes of single channels. */
  protected get context(): ConnectionContext {
    return this.#context;
  }

  /** The raw data of the connection, as a copy. Public code uses the like of contacts. */
  _getData(): ConnectionData {
    return copied(this.record.data);
  }

  /** The data as they are kept. */
  protected get data(): ConnectionData {
    return this.record.data;
  }

  /** The indexed data: those captured, or the present ones. */
  protected get record(): ConnectionRecord {
    return this.#captured ?? this.#context.data.connection(this.contactId, this.connectionId);
  }

  /** Id of the contact that it belongs to. Streams documentation, "connection.getContactId()". */
  getContactId(): string {
    return this.contactId;
  }

  /** Id of the connection. Streams documentation, "connection.getConnectionId()". */
  getConnectionId(): string {
    return this.connectionId;
  }

  /** Where it leads; never null, but its fields may be. Streams documentation, "connection.getEndpoint()". */
  getEndpoint(): Endpoint {
    return new Endpoint(copied(this.data.endpoint ?? {}));
  }

  /** Alias of {@link getEndpoint}. Streams documentation, "connection.getAddress()". */
  getAddress(): Endpoint {
    return this.getEndpoint();
  }

  /** Its state. Streams documentation, "connection.getState()". */
  getState(): TimedState {
    return copied(this.data.state);
  }

  /** Alias of {@link getState}. Streams documentation, "connection.getStatus()". */
  getStatus(): TimedState {
    return this.getState();
  }

  /** Milliseconds in the present state, right by the server's clock. Streams documentation, "connection.getStateDuration()". */
  getStateDuration(): number {
    const { data, contact } = this.record;
    return elapsedSince(data.state.timestamp, contact.skew, contact.received);
  }

  /** Alias of {@link getStateDuration}. Streams documentation, "connection.getStatusDuration()". */
  getStatusDuration(): number {
    return this.getStateDuration();
  }

  /** A ConnectionType: agent, inbound, outbound or monitoring. Streams documentation, "connection.getType()". */
  getType(): string {
    return this.data.type;
  }

  /** Who is being monitored, if somebody is. Streams documentation, "connection.getMonitorInfo()"; docs/protocol.md, section 6.1. */
  getMonitorInfo(): ConnectionData['monitoringInfo'] {
    return copied(this.data.monitoringInfo);
  }

  /** True for the connection with which the contact began. Streams documentation, "connection.isInitialConnection()". */
  isInitialConnection(): boolean {
    return this.data.initial;
  }

  /** True while it is connecting, connected or on hold. Streams documentation, "connection.isActive()". */
  isActive(): boolean {
    return Object.hasOwn(CONNECTION_ACTIVE_STATES, this.data.state.type);
  }

  /** True while somebody talks through it. Streams documentation, "connection.isConnected()". */
  isConnected(): boolean {
    return Object.hasOwn(CONNECTION_CONNECTED_STATES, this.data.state.type);
  }

  /** True while it is being made. Streams documentation, "connection.isConnecting()". */
  isConnecting(): boolean {
    return this.data.state.type === ConnectionStateType.CONNECTING;
  }

  /** True while it is on hold. Streams documentation, "connection.isOnHold()". */
  isOnHold(): boolean {
    return this.data.state.type === ConnectionStateType.HOLD;
  }

  /** The softphone's media information, if there is any. docs/protocol.md, section 7.4. */
  getSoftphoneMediaInfo(): ConnectionData['softphoneMediaInfo'] {
    return copied(this.data.softphoneMediaInfo);
  }

  /** Media information of the connection's channel, if there is any. Streams documentation, "voiceConnection.getMediaInfo()". */
  getMediaInfo(): MediaInfo {
    return this.getSoftphoneMediaInfo();
  }

  /** A MediaType. Streams documentation, "voiceConnection.getMediaType()". */
  getMediaType(): string {
    return MediaType.SOFTPHONE;
  }

  /**
   * What controls the connection's media: for a chat a session of ChatJS, opened at the first call and the same until the
   * contact is gone; for the rest {@link getMediaInfo}.
   * @returns rejects with a StateError if the chat can have no session, or if ChatJS is not loaded. Streams documentation, "voiceConnection.getMediaController()".
   */
  getMediaController<Controller = unknown>(): Promise<Controller> {
    return this.#context.media.controller(this) as Promise<Controller>;
  }

  /** Sends a command about this connection. */
  protected command(
    operation: string,
    callbacks: Callbacks | null | undefined,
    more?: () => Record<string, unknown>,
  ): CommandReturn {
    const { contactId, connectionId } = this;
    return this.#context.commands.send(
      { operation, params: () => ({ contactId, connectionId, ...more?.() }) },
      callbacks,
    );
  }

  /**
   * Ends the connection: hangs up, or rejects.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "connection.destroy()".
   */
  destroy(): Promise<unknown>;
  destroy(callbacks: Callbacks | null | undefined): void;
  destroy(callbacks?: Callbacks | null): CommandReturn {
    this.#context.report(LinkEventType.CLICK_STREAM_DATA, clickReport(this.contactId, ClickType.HANGUP));
    return this.command('destroyConnection', callbacks);
  }

  /**
   * Sends digits as tones.
   * @param digits any of `0-9`, `*`, `#`, `A-D` and the pause `,`; digits of other scripts are sent as these.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "connection.sendDigits()".
   */
  sendDigits(digits: string): Promise<unknown>;
  sendDigits(digits: string, callbacks: Callbacks | null | undefined): void;
  sendDigits(digits: string, callbacks?: Callbacks | null): CommandReturn {
    return this.command('sendDigits', callbacks, () => ({ digits: checkedDigits(digits) }));
  }

  /**
   * Puts the connection on hold.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "connection.hold()".
   */
  hold(): Promise<unknown>;
  hold(callbacks: Callbacks | null | undefined): void;
  hold(callbacks?: Callbacks | null): CommandReturn {
    return this.command('holdConnection', callbacks);
  }

  /**
   * Takes the connection off hold.
   * @param callbacks told how it ended; without them a promise is returned. Streams documentation, "connection.resume()".
   */
  resume(): Promise<unknown>;
  resume(callbacks: Callbacks | null | undefined): void;
  resume(callbacks?: Callbacks | null): CommandReturn {
    return this.command('resumeConnection', callbacks);
  }

  /** The name of the quick connect through which it was made, if it was. docs/protocol.md, section 7.4. */
  getQuickConnectName(): string | null | undefined {
    return this.data.quickConnectName;
  }

  /** How it is being monitored, if it is. docs/protocol.md, section 7.4. */
  getMonitorStatus(): string | null | undefined {
    return this.data.monitorStatus;
  }

  /** In which ways it could be monitored, if the service says. docs/protocol.md, section 7.4. */
  getMonitorCapabilities(): string[] | null | undefined {
    return copied(this.data.monitorCapabilities) as string[] | null | undefined;
  }

  /** True while a supervisor listens through it. docs/protocol.md, section 7.4. */
  isSilentMonitor(): boolean {
    return this.data.monitorStatus === MonitoringMode.SILENT_MONITOR;
  }

  /** True while a supervisor takes part through it. docs/protocol.md, section 7.4. */
  isBarge(): boolean {
    return this.data.monitorStatus === MonitoringMode.BARGE;
  }

  /** True if a supervisor could listen through it; undefined if the service does not say. docs/protocol.md, section 7.4. */
  isSilentMonitorEnabled(): boolean | undefined {
    return this.data.monitorCapabilities?.includes(MonitoringMode.SILENT_MONITOR);
  }

  /** True if a supervisor could take part through it; undefined if the service does not say. docs/protocol.md, section 7.4. */
  isBargeEnabled(): boolean | undefined {
    return this.data.monitorCapabilities?.includes(MonitoringMode.BARGE);
  }

  /** A connection that keeps the present data. docs/protocol.md, section 7.3. */
  toSnapshot(): BaseConnection {
    return this.#context.connection(this.record, true);
  }
}

/** The agent's or the customer's part in a chat. */
export class ChatConnection extends BaseConnection {
  override getMediaType(): string {
    return MediaType.CHAT;
  }

  /** What a chat session is made of, or null. docs/protocol.md, section 7.4. */
  override getMediaInfo(): MediaInfo {
    const chatMediaInfo = copied(this.data.chatMediaInfo);
    if (!chatMediaInfo) return null;
    const { contactId, connectionId } = this;
    return {
      contactId,
      initialContactId: this.record.contact.data.initialContactId ?? contactId,
      participantId: connectionId,
      participantToken: participantToken(chatMediaInfo.connectionData),
      getConnectionToken: () => this.getConnectionToken(),
      originalInfo: chatMediaInfo,
    };
  }

  /** Name of who takes part through it: the agent's own, the customer's or another agent's, if the service says. */
  getParticipantName(): string | undefined {
    const { chatMediaInfo, type } = this.data;
    if (OWN_TYPES.includes(type)) return this.context.data.current.configuration.name;
    const name = type === ConnectionType.INBOUND ? chatMediaInfo?.customerName : chatMediaInfo?.agentName;
    return typeof name === 'string' ? name : undefined;
  }

  /**
   * What the service knows of who the customer is, by name, such as `Status` and `IdentityProvider`; null if nothing.
   * @throws Error on a connection that is not the customer's.
   */
  getAuthenticationDetails(): Record<string, string> | null {
    if (OWN_TYPES.includes(this.data.type)) {
      throw new Error("Only the customer's connection has authentication details.");
    }
    const details = this.record.contact.data.segmentAttributes?.['connect:CustomerAuthentication']?.ValueMap;
    if (!isRecord(details)) return null;
    const texts = Object.entries(details).map(([name, one]) => [name, isRecord(one) ? one.ValueString : null]);
    return Object.fromEntries(texts.filter(([, text]) => typeof text === 'string')) as Record<string, string>;
  }

  /**
   * True if the service knows who the customer is.
   * @throws Error on a connection that is not the customer's.
   */
  isAuthenticated(): boolean {
    return this.getAuthenticationDetails()?.Status === CustomerAuthenticationStatus.AUTHENTICATED;
  }

  /** Asks for a token with which to take part in the chat. Streams documentation, "chatConnection.getConnectionToken()"; docs/protocol.md, section 5.4. */
  getConnectionToken(): Promise<unknown> {
    const { contactId, connectionId: participantId } = this;
    return this.context.commands.send({
      operation: 'createTransport',
      params: () => ({ transportType: 'chat_token', participantId, contactId }),
    })!;
  }
}

/** The agent's part in a task. */
export class TaskConnection extends BaseConnection {
  override getMediaType(): string {
    return MediaType.TASK;
  }

  override getMediaInfo(): MediaInfo {
    const { contactId } = this;
    const { initialContactId } = this.record.contact.data;
    return { contactId, initialContactId: initialContactId ?? contactId };
  }
}

/** The agent's part in an e-mail. */
export class EmailConnection extends BaseConnection {
  override getMediaType(): string {
    return MediaType.EMAIL;
  }

  override getMediaInfo(): null {
    return null;
  }
}

/** What the CCP is told of a click on one of the buttons whose clicks are counted. docs/protocol.md, section 1.9. */
export function clickReport(contactId: string, clickType: string): Record<string, string> {
  return { contactId, clickType, clickTime: new Date().toISOString() };
}

const DIGITS = /^[\d*#A-D,]+$/i;

function checkedDigits(given: string): string {
  const digits = typeof given === 'string' ? withPlainSigns(given) : '';
  if (DIGITS.test(digits)) return digits;
  throw new ValueError('digits must be a text of 0-9, *, #, A-D or the pause ","');
}

function participantToken(connectionData: unknown): string | null {
  try {
    const parsed = JSON.parse(String(connectionData)) as { ConnectionAuthenticationToken?: string } | null;
    return parsed?.ConnectionAuthenticationToken ?? null;
  } catch {
    return null;
  }
}

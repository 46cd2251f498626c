// What is known of one contact: every getter of connect.Contact. Lists and objects are the caller's own to write to.
import { copied } from '../agent/copy.js';
import { type ContactRecord, elapsedSince } from '../agent/snapshot.js';
import type { ConnectionData, ContactAttribute, ContactData, Queue, TimedState } from '../conduit/wire.js';
import type { BaseConnection } from './connection.js';
import { type ContactContext, ContactSubscriptions } from './contact-subscriptions.js';
import { ConnectionType, ContactInitiationMethod, ContactStateType, ContactType } from './enums.js';
import { VoiceConnection } from './voice-connection.js';

const isVoice = (type: string): boolean => type === ContactType.VOICE || type === ContactType.QUEUE_CALLBACK;

/** Only legs of calls carry pictures. */
const canSendVideo = (connection: BaseConnection | null): boolean =>
  connection instanceof VoiceConnection && connection.canSendVideo();
const canShareScreen = (connection: BaseConnection | null): boolean =>
  connection instanceof VoiceConnection && connection.canSendScreenShare();

/** The reading part of a contact: of the present data, or of those that were captured. */
export class ContactFacts<Contact> extends ContactSubscriptions<Contact> {
  readonly #captured: ContactRecord | undefined;

  constructor(context: ContactContext<Contact>, contactId: string, captured?: ContactRecord) {
    super(context, contactId);
    this.#captured = captured;
  }

  /** The indexed data: those captured, or the present ones. */
  protected get record(): ContactRecord {
    return this.#captured ?? this.context.data.contact(this.contactId);
  }

  get #data(): ContactData {
    return this.record.data;
  }

  /** The raw data of the contact, as a copy. Not documented; public code uses it. */
  _getData(): ContactData {
    return copied(this.#data);
  }

  /** Id of the contact. Streams documentation, "contact.getContactId()". */
  getContactId(): string {
    return this.contactId;
  }

  /** Id of the contact from which this one was transferred, if it was. Streams documentation, "contact.getInitialContactId()". */
  getInitialContactId(): string | null | undefined {
    return this.#data.initialContactId;
  }

  /** Alias of {@link getInitialContactId}. Streams documentation, "contact.getOriginalContactId()". */
  getOriginalContactId(): string | null | undefined {
    return this.getInitialContactId();
  }

  /** A ContactType. Streams documentation, "contact.getType()". */
  getType(): string {
    return this.#data.type;
  }

  /** Its state. Streams documentation, "contact.getState()". */
  getState(): TimedState {
    return copied(this.#data.state);
  }

  /** Alias of {@link getState}. Streams documentation, "contact.getStatus()". */
  getStatus(): TimedState {
    return this.getState();
  }

  /** Milliseconds in the present state, right by the server's clock. Streams documentation, "contact.getStateDuration()". */
  getStateDuration(): number {
    const { data, skew, received } = this.record;
    return elapsedSince(data.state.timestamp, skew, received);
  }

  /** Alias of {@link getStateDuration}. Streams documentation, "contact.getStatusDuration()". */
  getStatusDuration(): number {
    return this.getStateDuration();
  }

  /** The queue that it came through, if it did. Streams documentation, "contact.getQueue()". */
  getQueue(): Queue | null | undefined {
    return copied(this.#data.queue);
  }

  /** When it was put in the queue, if it was. Streams documentation, "contact.getQueueTimestamp()". */
  getQueueTimestamp(): Date | null | undefined {
    return copied(this.#data.queueTimestamp);
  }

  /** Its attributes, by name. Streams documentation, "contact.getAttributes()". */
  getAttributes(): Record<string, ContactAttribute> {
    return copied(this.#data.attributes) as Record<string, ContactAttribute>;
  }

  /** Name of a task, if it has one. docs/protocol.md, section 7.2. */
  getName(): string | null | undefined {
    return this.#data.name;
  }

  /** Description of a task, if it has one. docs/protocol.md, section 7.2. */
  getDescription(): string | null | undefined {
    return this.#data.description;
  }

  /** References of a task, by name, if it has any. docs/protocol.md, section 7.2. */
  getReferences(): ContactData['references'] {
    return copied(this.#data.references);
  }

  /** How the contact came about: a ContactInitiationMethod, if the service says. docs/protocol.md, section 7.2. */
  getInitiationMethod(): string | null | undefined {
    return this.#data.initiationMethod;
  }

  /** What the contact can do, such as attachments, if the service says. docs/protocol.md, section 7.2. */
  getContactFeatures(): ContactData['contactFeatures'] {
    return copied(this.#data.contactFeatures);
  }

  /** What its channel adds, such as a task's schedule, if it does. docs/protocol.md, section 7.2. */
  getChannelContext(): ContactData['channelContext'] {
    return copied(this.#data.channelContext);
  }

  /** Its system attributes, by name, if it has any. docs/protocol.md, section 7.2. */
  getSegmentAttributes(): ContactData['segmentAttributes'] {
    return copied(this.#data.segmentAttributes);
  }

  /** What the system attributes call its kind, such as `connect:WebRTC`, or null. docs/protocol.md, section 7.2. */
  getContactSubtype(): string | null {
    return this.#data.segmentAttributes?.['connect:Subtype']?.ValueString ?? null;
  }

  /** Metadata that the service adds to the contact, as they came. docs/protocol.md, section 7.2. */
  getContactMetadata(): unknown {
    return copied(this.#data.contactMetadata);
  }

  /** Id of the contact that it belongs to, if it does. docs/protocol.md, section 7.2. */
  getRelatedContactId(): string | null | undefined {
    return this.#data.relatedContactId;
  }

  /** Id of the chain of contacts that it belongs to, if it does. docs/protocol.md, section 7.2. */
  getContactAssociationId(): string | null | undefined {
    return this.#data.contactAssociationId;
  }

  /** The customer's end as the service sends it, if it does. docs/protocol.md, section 7.2. */
  getCustomerEndpoint(): ContactData['customerEndpoint'] {
    return copied(this.#data.customerEndpoint);
  }

  /** The instance's end as the service sends it, if it does. docs/protocol.md, section 7.2. */
  getConnectSystemEndpoint(): ContactData['connectSystemEndpoint'] {
    return copied(this.#data.connectSystemEndpoint);
  }

  /** Seconds that it has lasted, as text, if the service says. docs/protocol.md, section 7.2. */
  getContactDuration(): string | null | undefined {
    return this.#data.contactDuration;
  }

  /** All its connections. Streams documentation, "contact.getConnections()". */
  getConnections(): BaseConnection[] {
    return [...this.#connections];
  }

  get #connections(): readonly BaseConnection[] {
    const { record } = this;
    record.handles ??= record.connections.map((connection) =>
      this.context.connection(connection, this.#captured !== undefined),
    );
    return record.handles as readonly BaseConnection[];
  }

  /** The connection with which it began, or null. Streams documentation, "contact.getInitialConnection()". */
  getInitialConnection(): BaseConnection | null {
    return this.#connections[this.record.roles.initial] ?? null;
  }

  /** The same, or null if it is no longer active. Streams documentation, "contact.getActiveInitialConnection()". */
  getActiveInitialConnection(): BaseConnection | null {
    const initial = this.getInitialConnection();
    return initial?.isActive() ? initial : null;
  }

  /** All connections but the initial one and the agent's own. Streams documentation, "contact.getThirdPartyConnections()". */
  getThirdPartyConnections(): BaseConnection[] {
    const connections = this.#connections;
    return this.record.roles.thirdParties.map((position) => connections[position]);
  }

  /** The third party that is active, or null. Streams documentation, "contact.getSingleActiveThirdPartyConnection()". */
  getSingleActiveThirdPartyConnection(): BaseConnection | null {
    return this.getThirdPartyConnections().find((connection) => connection.isActive()) ?? null;
  }

  /** The agent's own connection, or that of a monitoring supervisor, or null. Streams documentation, "contact.getAgentConnection()". */
  getAgentConnection(): BaseConnection | null {
    return this.#connections[this.record.roles.agent] ?? null;
  }

  /** The connections that are active. docs/protocol.md, section 7.2. */
  getActiveConnections(): BaseConnection[] {
    return this.#connections.filter((connection) => connection.isActive());
  }

  /** True if just two take part. docs/protocol.md, section 7.2. */
  hasTwoActiveParticipants(): boolean {
    return this.getActiveConnections().length === 2;
  }

  /** True for a call through the browser. Streams documentation, "contact.isSoftphoneCall()". */
  isSoftphoneCall(): boolean {
    return isVoice(this.getType()) && this.#data.connections.some(({ softphoneMediaInfo }) => softphoneMediaInfo);
  }

  /** True if it came in, false if the agent began it. Streams documentation, "contact.isInbound()". */
  isInbound(): boolean {
    const type = this.getType();
    const method = this.getInitiationMethod();
    const { data, roles } = this.record;
    const initial: ConnectionData | undefined = data.connections[roles.initial];
    const hasCustomerLeg = isVoice(type) || type === ContactType.CHAT;
    if (initial && hasCustomerLeg && method !== ContactInitiationMethod.CAMPAIGN_PREVIEW) {
      return initial.type === ConnectionType.INBOUND;
    }
    return method !== ContactInitiationMethod.OUTBOUND;
  }

  /** True while it is connected. Streams documentation, "contact.isConnected()". */
  isConnected(): boolean {
    return this.#data.state.type === ContactStateType.CONNECTED;
  }

  /** True if it is accepted without the agent's doing; false once the contact is gone. docs/protocol.md, section 7.2. */
  isAutoAcceptEnabled(): boolean {
    if (!this.#captured && !this.context.data.hasContact(this.contactId)) return false;
    const { agentContactHandlingConfig, connections } = this.#data;
    if (agentContactHandlingConfig) return agentContactHandlingConfig.autoAccept ?? false;
    const agent = connections.find((connection) => connection.type === ConnectionType.AGENT);
    return isVoice(this.getType()) && agent?.softphoneMediaInfo?.autoAccept === true;
  }

  /** True if more than three can take part. docs/protocol.md, section 7.2. */
  isMultiPartyConferenceEnabled(): boolean {
    return this.#data.contactFeatures?.multiPartyConferenceEnabled === true;
  }

  /** True while a supervisor takes part. docs/protocol.md, section 7.2. */
  isUnderSupervision(): boolean {
    return this.#connections.some(
      (connection) => connection.getType() !== ConnectionType.AGENT && connection.isActive() && connection.isBarge(),
    );
  }

  /** True for a call that a campaign offers to the agent before it is made. */
  isCampaignPreview(): boolean {
    return this.#data.initiationMethod === ContactInitiationMethod.CAMPAIGN_PREVIEW;
  }

  /** True for a callback in which the customer is called before the agent. */
  isCustomerFirstCallback(): boolean {
    const method = this.#data.initiationMethod;
    return (
      method === ContactInitiationMethod.CALLBACK_CUSTOMER_FIRST_QUEUED ||
      method === ContactInitiationMethod.CALLBACK_CUSTOMER_FIRST_DIALED
    );
  }

  /** True if anybody can send pictures. */
  hasVideoRTCCapabilities(): boolean {
    return this.#connections.some(canSendVideo);
  }

  /** True if the agent can send pictures. */
  canAgentSendVideo(): boolean {
    return canSendVideo(this.getAgentConnection());
  }

  /** True if the agent may get pictures: the customer can send them, or there are third parties, of whom it is not known. */
  canAgentReceiveVideo(): boolean {
    if (canSendVideo(this.getInitialConnection())) return true;
    return this.record.roles.thirdParties.length > 0 && this.canAgentSendVideo();
  }

  /** True if anybody can share a screen. */
  hasScreenShareCapability(): boolean {
    return this.#connections.some(canShareScreen);
  }

  /** True if the agent can share a screen. */
  canAgentSendScreenShare(): boolean {
    return canShareScreen(this.getAgentConnection());
  }

  /** True if the customer can share a screen. */
  canCustomerSendScreenShare(): boolean {
    return canShareScreen(this.getInitialConnection());
  }
}

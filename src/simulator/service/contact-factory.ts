// Makes new contacts in the shape that each channel has in recorded snapshots. docs/protocol.md, section 6.2.
import type { Queue, WireEndpoint } from '../../conduit/wire.js';
import type { ConnectionKind, ConnectionModel, ContactKind, ContactModel } from './contact-model.js';
import { endpointOf, voiceFeatures } from './contact-model.js';
import type { Directory } from './directory.js';
import type { IdGenerator } from './id-generator.js';
import type {
  MonitorMode,
  NewCall,
  NewChat,
  NewContact,
  NewEmail,
  NewPreview,
  NewTask,
} from '../channel/script-channel.js';
import type { VirtualClock } from './virtual-clock.js';

/** What contacts are made with. */
export interface ContactFactoryOptions {
  clock: VirtualClock;
  ids: IdGenerator;
  directory: Directory;
  /** True if calls may have more than three parties. */
  multiParty: boolean;
}

/** Number of a customer who gives none. */
const SOME_CUSTOMER = '+12065550100';

/** Nothing answers there: `.invalid` never resolves. */
const SIGNALLING = 'wss://signalling.simulator.invalid';

/** What a connection can send besides sound. */
const capabilities = (video = false, screenShare = false): Record<string, string> => ({
  ...(video && { Video: 'SEND' }),
  ...(screenShare && { ScreenShare: 'SEND' }),
});

/** Makes contacts; adds none to anything. */
export class ContactFactory {
  readonly #clock: VirtualClock;
  readonly #ids: IdGenerator;
  readonly #directory: Directory;
  readonly #multiParty: boolean;

  constructor({ clock, ids, directory, multiParty }: ContactFactoryOptions) {
    this.#clock = clock;
    this.#ids = ids;
    this.#directory = directory;
    this.#multiParty = multiParty;
  }

  /** A call that rings at the agent. */
  inboundCall({ from = SOME_CUSTOMER, subtype, video, screenShare, ...call }: NewCall): ContactModel {
    const contact = this.#queued('voice', 'connecting', call);
    contact.initialContactId ??= contact.contactId;
    contact.initiationMethod = 'inbound';
    contact.contactFeatures = voiceFeatures(this.#multiParty);
    contact.connections = this.#callConnections('connecting', {
      type: 'inbound',
      stateType: 'connected',
      endpoint: endpointOf('phone_number', from),
    });
    if (subtype === 'WebRTC') {
      contact.segmentAttributes = { 'connect:Subtype': { ValueString: 'connect:WebRTC' } };
      const [agent, customer] = contact.connections;
      agent.capabilities = capabilities(video?.agent, screenShare?.agent);
      customer.capabilities = capabilities(video?.customer, screenShare?.customer);
    }
    return contact;
  }

  /** An e-mail that is offered. */
  email({ from, subject, ...email }: NewEmail): ContactModel {
    const contact = this.#queued('email', 'connecting', email);
    contact.initiationMethod = 'inbound';
    contact.segmentAttributes = {
      'connect:Direction': { ValueString: 'INBOUND' },
      'connect:EmailSubject': { ValueString: subject ?? '' },
    };
    const endpoint = { ...endpointOf('email'), emailAddress: from, displayName: from };
    contact.connections = [
      this.connection('agent', 'connecting', { endpoint: endpointOf('agent') }),
      this.connection('inbound', 'connected', { endpoint, initial: true }),
    ];
    return contact;
  }

  /** An e-mail of the agent's own, not sent yet. */
  emailDraft(method: string, relatedContactId: string | null, attributes: Record<string, string>): ContactModel {
    const contact = this.#contact('email', 'connected', null);
    contact.initiationMethod = method;
    contact.relatedContactId = relatedContactId;
    contact.attributes = attributes;
    contact.queued = null;
    contact.segmentAttributes = { 'connect:Direction': { ValueString: 'OUTBOUND' } };
    contact.connections = [this.connection('agent', 'connected', { endpoint: endpointOf('agent'), initial: true })];
    return contact;
  }

  /** A call that the agent makes. */
  outboundCall(endpoint: WireEndpoint, queue: Queue, relatedContactId: string | null): ContactModel {
    const contact = this.#contact('voice', 'connecting', queue);
    contact.initialContactId = contact.contactId;
    contact.relatedContactId = relatedContactId;
    contact.initiationMethod = 'outbound';
    contact.contactFeatures = voiceFeatures(this.#multiParty);
    contact.connections = this.#callConnections('connecting', { type: 'outbound', stateType: 'connecting', endpoint });
    return contact;
  }

  /** A campaign's call, before it is made. */
  preview({ from = SOME_CUSTOMER, autoDialTimeout = 30, canDiscardPreview = true, ...call }: NewPreview): ContactModel {
    const contact = this.#queued('voice', 'incoming', call);
    contact.initialContactId ??= contact.contactId;
    contact.initiationMethod = 'campaign_preview';
    contact.contactFeatures = voiceFeatures(this.#multiParty);
    contact.preview = { autoDialTimeout, canDiscardPreview };
    contact.connections = this.#callConnections('connecting', {
      type: 'outbound',
      stateType: 'init',
      endpoint: endpointOf('phone_number', from),
    });
    return contact;
  }

  /** A callback that is offered; nobody is called yet. */
  queuedCallback({ from = SOME_CUSTOMER, ...call }: NewCall): ContactModel {
    const contact = this.#queued('queue_callback', 'incoming', call);
    contact.initialContactId ??= this.#ids.uuid();
    contact.initiationMethod = 'callback';
    contact.queued = null;
    const agent = this.connection('agent', 'connecting', { endpoint: endpointOf('agent') });
    const customer = this.connection('inbound', 'connected', {
      endpoint: endpointOf('phone_number', from),
      initial: true,
    });
    agent.connectionId = `${agent.connectionId}_${contact.contactId}`;
    customer.connectionId = contact.contactId;
    contact.connections = [agent, customer];
    return contact;
  }

  /** The connections of a callback from the moment when the customer is called: others than before, with new ids. */
  callbackConnections(endpoint: WireEndpoint | null): ConnectionModel[] {
    return this.#callConnections('connecting', { type: 'inbound', stateType: 'connecting', endpoint }, 'none');
  }

  /** The features of a callback from the moment when the customer is called. */
  callbackFeatures(): Record<string, unknown> {
    return voiceFeatures(this.#multiParty);
  }

  /** A chat that is offered. */
  chat({
    from = 'Customer',
    customerName = from,
    authenticated = false,
    attachments = true,
    ...chat
  }: NewChat): ContactModel {
    const contact = this.#queued('chat', 'connecting', chat);
    contact.initiationMethod = 'api';
    contact.queued = null;
    contact.contactFeatures = {
      attachmentsEnabled: attachments,
      messagingMarkdownEnabled: false,
      multiPartyConferenceEnabled: this.#multiParty || null,
    };
    contact.isAuthenticated = authenticated;
    const connectionData = JSON.stringify({ ConnectionAuthenticationToken: `simulated-${this.#ids.uuid()}` });
    contact.connections = [
      this.connection('agent', 'connecting', {
        endpoint: endpointOf('agent'),
        chatMediaInfo: { chatAutoAccept: false, connectionData, customerName: null },
      }),
      this.connection('inbound', 'connected', {
        initial: true,
        chatMediaInfo: { chatAutoAccept: null, connectionData: null, customerName },
      }),
    ];
    return contact;
  }

  /** A task that is offered. */
  task({ from = 'Task', name = from, description, references, channelContext, ...task }: NewTask): ContactModel {
    const contact = this.#queued('task', 'connecting', task);
    contact.initiationMethod = 'api';
    contact.name = name;
    contact.description = description ?? null;
    contact.references = { ...references };
    contact.channelContext = {
      scheduledTime: null,
      taskTemplateId: null,
      taskTemplateVersion: null,
      ...channelContext,
    };
    contact.connections = [this.connection('agent', 'connecting', { initial: true })];
    return contact;
  }

  /** Somebody else's call, for an agent who is a supervisor. */
  monitored(mode: MonitorMode): ContactModel {
    const contact = this.#contact('voice', 'connected', null);
    contact.contactFeatures = voiceFeatures(this.#multiParty);
    contact.queued = null;
    const media = this.#softphoneMedia('none');
    contact.connections = [
      this.connection('monitoring', 'connected', { initial: true, softphoneMediaInfo: media, monitorMode: mode }),
    ];
    return contact;
  }

  /** A connection, with what differs from an empty one. */
  connection(type: ConnectionKind, stateType: string, members: Partial<ConnectionModel> = {}): ConnectionModel {
    return {
      connectionId: this.#ids.uuid(),
      type,
      state: { type: stateType, since: this.#clock.now() },
      initial: false,
      endpoint: null,
      softphoneMediaInfo: null,
      chatMediaInfo: null,
      monitoringInfo: null,
      mute: null,
      quickConnectName: null,
      monitorMode: null,
      capabilities: null,
      ...members,
    };
  }

  #callConnections(
    agentStateType: string,
    customer: { type: ConnectionKind; stateType: string; endpoint: WireEndpoint | null },
    callType = 'audio_only',
  ): ConnectionModel[] {
    return [
      this.connection('agent', agentStateType, {
        endpoint: endpointOf('agent'),
        softphoneMediaInfo: this.#softphoneMedia(callType),
        mute: false,
      }),
      this.connection(customer.type, customer.stateType, { endpoint: customer.endpoint, initial: true, mute: false }),
    ];
  }

  #softphoneMedia(callType: string): Record<string, unknown> | null {
    const { softphoneEnabled, softphoneAutoAccept } = this.#directory.configuration;
    if (!softphoneEnabled) return null;
    return {
      autoAccept: softphoneAutoAccept ?? false,
      callConfigJson: JSON.stringify({ iceServers: [], signalingEndpoint: SIGNALLING, useWebSocketProvider: true }),
      callContextToken: `simulated-${this.#ids.uuid()}`,
      callType,
      mediaLegContextToken: `simulated-${this.#ids.uuid()}`,
    };
  }

  #queued(type: ContactKind, stateType: string, { queue, attributes, initialContactId }: NewContact): ContactModel {
    const contact = this.#contact(type, stateType, this.#directory.queueByName(queue));
    contact.attributes = { ...attributes };
    contact.initialContactId = initialContactId ?? null;
    return contact;
  }

  #contact(type: ContactKind, stateType: string, queue: Queue | null): ContactModel {
    const now = this.#clock.now();
    return {
      contactId: this.#ids.uuid(),
      type,
      state: { type: stateType, since: now },
      connections: [],
      attributes: {},
      queue,
      queued: now,
      begun: now,
      initialContactId: null,
      relatedContactId: null,
      initiationMethod: null,
      name: null,
      description: null,
      references: null,
      channelContext: null,
      contactFeatures: null,
      segmentAttributes: {},
      preview: null,
      isAuthenticated: false,
      agentErrorState: null,
      stopRinging: null,
    };
  }
}

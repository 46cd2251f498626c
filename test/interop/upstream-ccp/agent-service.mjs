// The CTI service in memory: one agent, its contacts, the effect of each operation, and the history of snapshots.
import * as data from './agent-data.mjs';
import * as record from './contact-records.mjs';

const { agentStates, queues } = data;
const HISTORY_LIMIT = 1000;
const ACTIVE = new Set(['connecting', 'connected', 'hold', 'silent_monitor', 'barge']);
const CLEARABLE = new Set(['ended', 'missed', 'rejected', 'error']);

/** A refusal of the service: `code` is the exception's name on the wire. */
export class ServiceError extends Error {
  constructor(code, message = code, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const isVoice = ({ type }) => type === 'voice' || type === 'queue_callback';
const isActive = (connection) => ACTIVE.has(connection.state.type);

/** Moves contacts or connections to a state; the timestamp changes with the type only, as in the service. */
const move = (type, ...items) => {
  for (const item of items) if (item.state.type !== type) item.state = record.state(type);
};

/** A page of `list`: tokens are offsets written as text. */
const page = (list, { nextToken, maxResults = 500 }) => {
  const start = Number(nextToken ?? 0);
  const end = start + maxResults;
  return { items: list.slice(start, end), nextToken: end < list.length ? String(end) : null };
};

export class AgentService {
  configuration = data.createConfiguration();
  contacts = [];
  history = [];
  #version = 0;
  #settled = agentStates.find(({ type }) => type === 'offline'); // the state between contacts
  #state = { ...this.#settled, startTimestamp: record.now() };
  #nextState = null;
  #onPublish;

  constructor(onPublish = () => {}) {
    this.#onPublish = onPublish;
    this.publish();
  }

  /** The snapshot after the one that `nextToken` names, or undefined if that is still the newest. */
  snapshotAfter(nextToken) {
    const newest = this.history.at(-1);
    if (nextToken == null) return newest;
    const seen = Number(nextToken);
    // a token older than the history gets the oldest that is left
    return this.history.find(({ version }) => version > seen);
  }

  /** The newest snapshot with the time of now, for a long poll that ran out. */
  refreshed() {
    const newest = this.history.at(-1);
    return { ...newest, snapshot: { ...newest.snapshot, snapshotTimestamp: record.now() } };
  }

  /** Works out the agent's state, and adds a snapshot to the history. */
  publish() {
    const { type, name, agentStateARN = null } = this.#stateFromContacts() ?? this.#settle();
    if (type !== this.#state.type || name !== this.#state.name) {
      this.#state = { agentStateARN, type, name, startTimestamp: record.now() };
    }
    const snapshot = structuredClone({
      agentAvailabilityState: { state: this.#settled.name, timeStamp: this.#state.startTimestamp },
      contacts: this.contacts,
      nextState: this.#nextState,
      snapshotTimestamp: record.now(),
      state: this.#state,
    });
    this.#version += 1;
    this.history.push({ version: this.#version, snapshot });
    if (this.history.length > HISTORY_LIMIT) this.history.shift();
    this.#onPublish();
  }

  add(contact) {
    this.contacts.push(contact);
    this.publish();
    return contact.contactId;
  }

  queue(name = queues[0].name) {
    const found = queues.find((queue) => queue.name === name);
    if (!found) throw new Error(`No queue is named ${name}`);
    return found;
  }

  contact(contactId) {
    const found = this.contacts.find((contact) => contact.contactId === contactId);
    if (!found) throw new ServiceError('ContactNotFoundException', `No contact ${contactId}`);
    return found;
  }

  /** Contact ended for this agent; voice goes to after-call work by way of the agent's state. */
  end(contact, stateType = 'ended') {
    move('disconnected', ...contact.connections);
    move(stateType, contact);
    this.publish();
  }

  /** Another party answers: the given connection, or the first one that is still being called. */
  answer(contactId, connectionId) {
    const contact = this.contact(contactId);
    const party = contact.connections.find(
      (connection) =>
        connection.type !== 'agent' &&
        (connectionId ? connection.connectionId === connectionId : connection.state.type === 'connecting'),
    );
    if (!party) throw new Error('Nobody is being called');
    move('connected', party, ...contact.connections.filter(({ type }) => type === 'agent'), contact);
    this.publish();
  }

  /** A party leaves; the contact goes on while another one is there. */
  leave(contact, party) {
    move('disconnected', party);
    const others = contact.connections.filter((connection) => connection.type !== 'agent' && isActive(connection));
    if (party.type === 'agent' || others.length === 0) this.end(contact);
    else this.publish();
  }

  #stateFromContacts() {
    const voice = this.contacts.filter(isVoice);
    const some = (...types) => voice.some((contact) => types.includes(contact.state.type));
    if (some('connected')) return { type: 'system', name: 'Busy' };
    if (some('connecting')) {
      const calling = voice.some(
        (contact) =>
          contact.state.type === 'connecting' &&
          (contact.type === 'queue_callback' || contact.connections.some(({ type }) => type === 'outbound')),
      );
      return { type: 'system', name: calling ? 'CallingCustomer' : 'PendingBusy' };
    }
    if (some('incoming', 'pending')) return { type: 'not_routable', name: 'Pending' };
    if (some('ended')) return { type: 'system', name: 'AfterCallWork' };
    if (some('missed', 'error')) return { type: 'error', name: 'MissedCallAgent' };
    return null;
  }

  #settle() {
    if (this.#nextState) this.#settled = this.#nextState;
    this.#nextState = null;
    return this.#settled;
  }

  #connection({ contactId, connectionId }) {
    const contact = this.contact(contactId);
    const connection = contact.connections.find((item) => item.connectionId === connectionId);
    if (!connection) throw new ServiceError('ConnectionNotFoundException', `No connection ${connectionId}`);
    return { contact, connection };
  }

  #connected(contactId) {
    const contact = this.contact(contactId);
    if (contact.state.type !== 'connected') throw new ServiceError('InvalidStateException', 'Contact is not connected');
    return contact;
  }

  #remove(contact) {
    this.contacts.splice(this.contacts.indexOf(contact), 1);
    this.publish();
    return {};
  }

  #moveConnection(params, from, to) {
    const { connection } = this.#connection(params);
    if (connection.state.type !== from) throw new ServiceError('InvalidStateException', `Connection is not ${from}`);
    move(to, connection);
    this.publish();
    return {};
  }

  #setMute(params, mute) {
    this.#connection(params).connection.mute = mute;
    this.publish();
    return {};
  }

  #media() {
    return this.configuration.softphoneEnabled ? record.softphoneMediaInfo() : null;
  }

  #dialled(endpoint) {
    if (endpoint?.type === 'phone_number' && !/^\+[1-9]\d{1,14}$/.test(endpoint.phoneNumber ?? '')) {
      throw new ServiceError('BadEndpointException', 'Not an E.164 number');
    }
    return endpoint;
  }

  /** Script side: a call rings. */
  incomingCall({ from = '+12065550199', queue, attributes } = {}) {
    const agent = { endpoint: record.agentEndpoint(), softphoneMediaInfo: this.#media() };
    const customer = { endpoint: record.phoneEndpoint(from), initial: true };
    return this.add(
      record.contact(
        'voice',
        'connecting',
        [record.connection('agent', 'connecting', agent), record.connection('inbound', 'connected', customer)],
        { queue: this.queue(queue), attributes: record.attributes(attributes), initiationMethod: 'inbound' },
      ),
    );
  }

  /** What each operation does; names as in the client's method strings. */
  operations = {
    getAgentConfiguration: () => ({ configuration: structuredClone(this.configuration) }),

    getAgentStates: (params) => {
      const { items, nextToken } = page(agentStates, params);
      return { states: items, nextToken };
    },

    getAgentPermissions: (params) => {
      const { items, nextToken } = page(data.permissions, params);
      return { permissions: items, nextToken };
    },

    getDialableCountryCodes: (params) => {
      const { items, nextToken } = page(data.countryCodes, params);
      return { countryCodes: items, nextToken };
    },

    getRoutingProfileQueues: (params) => {
      const { items, nextToken } = page(data.routingProfileQueues, params);
      return { queues: items, nextToken };
    },

    getEndpoints: (params) => {
      const { items, nextToken } = page(data.endpoints, params);
      return { endpoints: items, nextToken };
    },

    putAgentState: ({ state, enqueueNextState }) => {
      const wanted = agentStates.find(({ agentStateARN }) => agentStateARN === state?.agentStateARN);
      if (!wanted) throw new ServiceError('InvalidStateException', `No agent state ${state?.agentStateARN}`);
      const busy = this.contacts.some((contact) => isVoice(contact) && !CLEARABLE.has(contact.state.type));
      if (enqueueNextState && this.#stateFromContacts()) {
        this.#nextState = wanted;
      } else {
        if (busy) throw new ServiceError('InvalidStateException', 'The agent handles a contact');
        // leaving after-call work or a missed call this way closes the contact
        this.contacts = this.contacts.filter((contact) => !isVoice(contact));
        this.#settled = wanted;
        this.#nextState = null;
      }
      this.publish();
      return {};
    },

    updateAgentConfiguration: ({ configuration }) => {
      const { extension, softphoneEnabled, softphoneAutoAccept, agentPreferences } = configuration;
      const given = { extension, softphoneEnabled, softphoneAutoAccept, agentPreferences };
      for (const [name, value] of Object.entries(given)) if (value != null) this.configuration[name] = value;
      return {};
    },

    acceptContact: ({ contactId }) => {
      const contact = this.contact(contactId);
      if (!['incoming', 'connecting'].includes(contact.state.type)) {
        throw new ServiceError('InvalidStateException', 'Contact is not offered');
      }
      if (contact.state.type === 'incoming') {
        // an accepted callback calls the customer on new connections, with new ids
        const [, customer] = contact.connections;
        const agent = { endpoint: record.agentEndpoint(), softphoneMediaInfo: this.#media() };
        contact.connections = [
          record.connection('agent', 'connecting', agent),
          record.connection('inbound', 'connecting', { endpoint: customer.endpoint, initial: true }),
        ];
        move('connecting', contact);
      } else {
        move('connected', ...contact.connections.filter(({ type }) => type === 'agent'), contact);
      }
      this.publish();
      return {};
    },

    rejectContact: ({ contactId }) => {
      const contact = this.contact(contactId);
      if (!['incoming', 'connecting'].includes(contact.state.type)) {
        throw new ServiceError('InvalidStateException', 'Contact is not offered');
      }
      this.end(contact, 'rejected');
      return {};
    },

    clearContact: ({ contactId }) => {
      const contact = this.contact(contactId);
      if (!CLEARABLE.has(contact.state.type)) throw new ServiceError('InvalidStateException', 'Contact is not over');
      return this.#remove(contact);
    },

    completeContact: ({ contactId }) => this.#remove(this.contact(contactId)),

    notifyContactIssue: ({ contactId }) => {
      this.contact(contactId);
      return {};
    },

    createOutboundContact: ({ endpoint, queueARN }) => {
      if (this.#stateFromContacts()) throw new ServiceError('InvalidStateException', 'The agent handles a contact');
      const queue = queues.find((item) => item.queueARN === queueARN);
      if (!queue) throw new ServiceError('BadEndpointException', `No queue ${queueARN}`);
      const agent = { endpoint: record.agentEndpoint(), softphoneMediaInfo: this.#media() };
      const customer = { endpoint: this.#dialled(endpoint), initial: true };
      const contactId = this.add(
        record.contact(
          'voice',
          'connecting',
          [record.connection('agent', 'connecting', agent), record.connection('outbound', 'connecting', customer)],
          { queue, initiationMethod: 'outbound' },
        ),
      );
      return { contactId };
    },

    createAdditionalConnection: ({ contactId, endpoint }) => {
      const contact = this.#connected(contactId);
      const added = record.connection('outbound', 'connecting', { endpoint: this.#dialled(endpoint) });
      const talking = contact.connections.filter(({ type, state }) => type !== 'agent' && state.type === 'connected');
      move('hold', ...talking);
      contact.connections.push(added);
      this.publish();
      return {};
    },

    toggleActiveConnections: ({ contactId }) => {
      const others = this.#connected(contactId).connections.filter(({ type }) => type !== 'agent');
      const held = others.filter(({ state }) => state.type === 'hold');
      const talking = others.filter(({ state }) => state.type === 'connected');
      move('connected', ...held);
      move('hold', ...talking);
      this.publish();
      return {};
    },

    conferenceConnections: ({ contactId }) => {
      const held = this.#connected(contactId).connections.filter(({ state }) => state.type === 'hold');
      move('connected', ...held);
      this.publish();
      return {};
    },

    destroyConnection: (params) => {
      const { contact, connection } = this.#connection(params);
      if (!isActive(connection)) throw new ServiceError('InvalidStateException', 'Connection is not active');
      this.leave(contact, connection);
      return {};
    },

    holdConnection: (params) => this.#moveConnection(params, 'connected', 'hold'),
    resumeConnection: (params) => this.#moveConnection(params, 'hold', 'connected'),
    muteParticipant: (params) => this.#setMute(params, true),
    unmuteParticipant: (params) => this.#setMute(params, false),

    sendDigits: (params) => {
      if (!isActive(this.#connection(params).connection)) throw new ServiceError('InvalidStateException');
      return {};
    },

    pauseContact: ({ contactId }) => {
      move('paused', this.#connected(contactId));
      this.publish();
      return {};
    },

    resumeContact: ({ contactId }) => {
      move('connected', this.contact(contactId));
      this.publish();
      return {};
    },

    updateMonitorParticipantState: () => ({}),
    sendClientLogs: () => ({}),
    sendSoftphoneCallMetrics: () => ({}),
    sendSoftphoneCallReport: () => ({}),
  };
}

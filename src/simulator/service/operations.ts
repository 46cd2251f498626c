// What each operation of the service does. Names as on the wire; docs/protocol.md, section 5.2.
import { ACCESS_DENIED, CtiError } from '../ccp/cti-service-client.js';
import { type AgentConfiguration, type AgentState, isRecord } from '../../conduit/wire.js';
import { wrongChannel, wrongState } from './contact-machine.js';
import { type ContactModel, isActive, isMonitoring, isVoice } from './contact-model.js';
import { isE164, pageOf } from './directory.js';
import type { ServiceParts } from './service-parts.js';
import { createTransport } from './transports.js';

/** Parameters of a request; nothing about them is sure. */
export type Params = Readonly<Record<string, unknown>>;

/** An operation: takes parameters, changes the service, returns what the request is answered with. */
export type Operation = (params: Params) => unknown;

/** What an agent may change of the own configuration. */
const OWN_SETTINGS = [
  'softphoneEnabled',
  'softphoneAutoAccept',
  'extension',
  'agentPreferences',
  'voiceEnhancementMode',
] as const;

const DIGITS = /^[0-9*#A-D,]+$/;

/** The operations that only read. */
export function createQueries({
  contacts,
  directory,
  mail,
  quickResponses,
  session,
}: ServiceParts): Record<string, Operation> {
  const list = (member: string, items: () => readonly unknown[]) => (params: Params) => {
    const page = pageOf(items(), params);
    return { [member]: page.items, nextToken: page.nextToken };
  };
  return {
    getAgentConfiguration: () => ({ configuration: structuredClone(directory.configuration) }),
    getAgentStates: list('states', () => directory.agentStates),
    getAgentPermissions: list('permissions', () => directory.permissions),
    getDialableCountryCodes: list('countryCodes', () => directory.dialableCountries),
    getRoutingProfileQueues: list('queues', () => directory.queues),
    qrIntegrationExists: () => quickResponses.areThere,
    qrSearchQuickResponses: (params) => quickResponses.search(params),
    getEmailData: (params) => mail.data(params),
    getEmailThread: (params) => mail.thread(params),
    getAttachedFileUrl: (params) => mail.fileUrl(params),
    batchGetAttachedFileMetadata: (params) => mail.fileMetadata(params),
    getNetworkConnectionStatus: () => ({ ...session.network }),
    getPreviewConfiguration: ({ contactId }) => {
      const { preview } = contacts.find(contactId);
      if (!preview) throw wrongState('The contact is no preview.');
      return { ...preview };
    },
    getEndpoints: list('endpoints', () => directory.quickConnects),
  };
}

/** The operations that change something. Each one that succeeds is followed by a snapshot. */
export function createCommands(parts: ServiceParts): Record<string, Operation> {
  return { ...agentCommands(parts), ...contactCommands(parts), ...connectionCommands(parts), ...reports(parts) };
}

function agentCommands({ agent, clock, contacts, directory, factory }: ServiceParts): Record<string, Operation> {
  function wantedState(given: unknown): AgentState {
    const { agentStateARN, name } = (isRecord(given) ? given : {}) as Partial<AgentState>;
    const found = directory.agentStates.find((state) =>
      agentStateARN ? state.agentStateARN === agentStateARN : state.name === name,
    );
    if (!found) throw wrongState(`The agent cannot choose the state ${name ?? agentStateARN}.`);
    return found;
  }

  return {
    putAgentState: ({ state, enqueueNextState }) => {
      const done = agent.choose(wantedState(state), enqueueNextState === true, contacts.all, clock.now());
      if (done) contacts.clearFinishedCalls();
      return {};
    },

    updateAgentConfiguration: ({ configuration }) => {
      const given = (isRecord(configuration) ? configuration : {}) as Partial<AgentConfiguration>;
      const { softphoneEnabled = directory.configuration.softphoneEnabled, extension } = given;
      // A softphone needs no extension, but one that is given must be right all the same.
      const mayBeEmpty = softphoneEnabled && (extension ?? '') === '';
      if (!mayBeEmpty && !isE164(extension)) {
        throw new CtiError(
          'InvalidConfigurationException',
          'The extension is not in E.164 form, such as +12065550100.',
        );
      }
      const settings = OWN_SETTINGS.filter((name) => given[name] !== undefined && given[name] !== null);
      directory.configuration = {
        ...directory.configuration,
        ...Object.fromEntries(settings.map((name) => [name, given[name]])),
      };
      return {};
    },

    createOutboundContact: ({ endpoint, queueARN, relatedContactId }) => {
      if (!directory.permissions.includes('outboundCall')) {
        throw new CtiError('AccessDeniedException', 'The agent has no permission outboundCall.', ACCESS_DENIED);
      }
      if (contacts.all.some((contact) => isVoice(contact) && !isMonitoring(contact))) {
        throw wrongState('The agent has a call already.');
      }
      const defaultQueue = directory.configuration.routingProfile.defaultOutboundQueue;
      const queue = queueARN ? directory.queueByArn(queueARN) : defaultQueue;
      if (!queue) throw new CtiError('BadEndpointException', `The routing profile has no queue ${String(queueARN)}.`);
      const related = typeof relatedContactId === 'string' ? relatedContactId : null;
      contacts.add(factory.outboundCall(directory.endpoint(endpoint), queue, related));
      return {};
    },
  };
}

function contactCommands({ contacts, directory, mail, tasks, thirdParties }: ServiceParts): Record<string, Operation> {
  const onContact = (action: (contact: ContactModel, params: Params) => void) => (params: Params) => {
    action(contacts.find(params.contactId), params);
    return {};
  };

  /** Chats and tasks go over to whoever takes them; no call has to be made for it. */
  function handOver(contact: ContactModel, endpoint: unknown): void {
    directory.endpoint(endpoint, ['agent', 'queue']);
    const isTask = contact.type === 'task';
    if (isTask) tasks.tell(contact, 'transfer.initiated');
    contacts.handOver(contact);
    if (isTask) tasks.tell(contact, 'transfer.succeeded');
  }

  return {
    acceptContact: onContact((contact) => contacts.accept(contact)),
    createDraftEmail: (params) => ({ contactId: contacts.add(mail.draft(params)) }),
    sendEmail: (params) => mail.send(params),
    startScreenSharing: ({ ContactId }) => {
      const { segmentAttributes } = contacts.findConnected(ContactId, 'startScreenSharing');
      if (segmentAttributes['connect:Subtype']?.ValueString === 'connect:WebRTC') return {};
      throw new CtiError('InvalidContactTypeException', 'Screens are shared in calls from a browser alone.');
    },
    engagePreviewContact: onContact((contact) => contacts.engage(contact)),
    rejectContact: onContact((contact) => contacts.reject(contact)),
    clearContact: onContact((contact) => contacts.clear(contact)),
    pauseContact: onContact((contact) => contacts.pauseTask(contact)),
    resumeContact: onContact((contact) => contacts.resumeTask(contact)),

    completeContact: onContact((contact) => {
      if (isMonitoring(contact)) throw wrongChannel(contact, 'completeContact for who only listens');
      contacts.clear(contact);
    }),

    updateMonitorParticipantState: onContact((contact, { targetMonitorMode }) =>
      thirdParties.setMonitorMode(contact, targetMonitorMode),
    ),

    toggleActiveConnections: ({ contactId, connectionId }) => {
      thirdParties.toggle(contacts.findConnected(contactId, 'toggleActiveConnections'), connectionId);
      return {};
    },

    conferenceConnections: ({ contactId }) => {
      thirdParties.conference(contacts.findConnected(contactId, 'conferenceConnections'));
      return {};
    },

    createAdditionalConnection: ({ contactId, endpoint }) => {
      const contact = contacts.findConnected(contactId, 'createAdditionalConnection');
      if (!isVoice(contact)) handOver(contact, endpoint);
      else thirdParties.call(contact, directory.endpoint(endpoint));
      return {};
    },

    addNewConnection: ({ contactId, endpoint }) => {
      const contact = contacts.findConnected(contactId, 'addNewConnection');
      if (contact.type === 'task') throw wrongChannel(contact, 'addNewConnection');
      const allowed = isVoice(contact) ? undefined : ['agent', 'queue'];
      thirdParties.call(contact, directory.endpoint(endpoint, allowed), { keepTalking: true });
      return {};
    },

    transferContact: ({ contactId, endpoint }) => {
      const contact = contacts.findConnected(contactId, 'transferContact');
      if (isVoice(contact)) throw wrongChannel(contact, 'transferContact');
      handOver(contact, endpoint);
      return {};
    },
  };
}

function connectionCommands({ contacts }: ServiceParts): Record<string, Operation> {
  function at({ contactId, connectionId }: Params) {
    const contact = contacts.find(contactId);
    return { contact, connection: contacts.findConnection(contact, connectionId) };
  }

  function setMute(params: Params, mute: boolean): unknown {
    const { contact, connection } = at(params);
    if (!isVoice(contact)) throw wrongChannel(contact, 'Mute');
    if (!isActive(connection)) throw wrongState(`A connection that is ${connection.state.type} cannot be muted.`);
    connection.mute = mute;
    return {};
  }

  return {
    destroyConnection: (params) => {
      const { contact, connection } = at(params);
      contacts.destroy(contact, connection);
      return {};
    },

    holdConnection: (params) => {
      const { contact, connection } = at(params);
      contacts.hold(contact, connection);
      return {};
    },

    resumeConnection: (params) => {
      const { contact, connection } = at(params);
      contacts.resume(contact, connection);
      return {};
    },

    muteParticipant: (params) => setMute(params, true),
    unmuteParticipant: (params) => setMute(params, false),
  };
}

/** Operations that leave no trace in a snapshot; that they came is in the record of calls. */
function reports(parts: ServiceParts): Record<string, Operation> {
  const { contacts, session } = parts;
  return {
    sendActivity: () => {
      session.extend();
      return {};
    },

    sendDigits: ({ contactId, connectionId, digits }) => {
      const contact = contacts.findConnected(contactId, 'sendDigits');
      if (!isVoice(contact)) throw wrongChannel(contact, 'sendDigits');
      const { state } = contacts.findConnection(contact, connectionId);
      if (state.type !== 'connected') throw wrongState(`Nobody hears digits on a connection that is ${state.type}.`);
      if (typeof digits !== 'string' || !DIGITS.test(digits)) {
        throw new CtiError('SendDataFailedException', 'Digits are 0 to 9, *, #, A to D, and a comma for a pause.');
      }
      return {};
    },

    notifyContactIssue: ({ contactId }) => {
      contacts.find(contactId);
      return {};
    },

    createTransport: (params) => createTransport(parts, params),
    sendClientLogs: () => ({}),
    sendSoftphoneCallMetrics: () => ({}),
    sendSoftphoneCallReport: () => ({}),
  };
}

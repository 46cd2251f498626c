// The script of a simulated service: what customers, third parties, supervisors and bad luck do.
import { AGENT_ERROR_STATES } from '../../conduit/agent-error-states.js';
import { type ContactModel, isFinished, isMonitoring, isRinging, isVoice } from './contact-model.js';
import { EVERY_OPERATION } from './faults.js';
import type { MonitorMode, NetworkStatus, ServiceScript, ServiceTruth } from '../channel/script-channel.js';
import type { ServiceParts } from './service-parts.js';
import { writeContact } from './snapshot-writer.js';
import { TASK_EVENTS } from './task-desk.js';

/** Members of the configuration that a script can set, beside its three lists. */
const SETTINGS = [
  'name',
  'username',
  'extension',
  'softphoneEnabled',
  'softphoneAutoAccept',
  'softphonePersistentConnection',
  'agentPreferences',
  'voiceEnhancementMode',
  'routingProfile',
];
const LISTS = ['permissions', 'dialableCountries', 'queues'] as const;
const SCANS = { approved: 'APPROVED', rejected: 'REJECTED' } as const;
const VERDICTS = Object.keys(SCANS) as (keyof typeof SCANS)[];
const MONITOR_MODES: readonly MonitorMode[] = ['SILENT_MONITOR', 'BARGE'];

function oneOf<Value>(value: Value, known: readonly Value[], what: string): Value {
  if (known.includes(value)) return value;
  throw new Error(`${what} "${String(value)}" is unknown. Known are: ${known.join(', ')}.`);
}

function duration(milliseconds: unknown, what: string): number {
  if (typeof milliseconds === 'number' && milliseconds >= 0 && Number.isFinite(milliseconds)) return milliseconds;
  throw new Error(`${what} takes a number of milliseconds from 0 on, not ${String(milliseconds)}.`);
}

/**
 * Makes the script of a service.
 * @param parts of the service.
 * @param operations names of the operations that can be told to fail.
 */
export function createScript(parts: ServiceParts, operations: readonly string[]): Omit<ServiceScript, 'participant'> {
  return {
    ...arrivals(parts),
    ...others(parts),
    ...serviceSide(parts),
    ...sessionSide(parts),
    ...faultsAndTime(parts, operations),
  };
}

/** E-mails that the agent may have at the same time, unless the routing profile says so. */
const EMAILS = 2;

type Arrivals = Pick<
  ServiceScript,
  'incomingCall' | 'incomingPreview' | 'incomingChat' | 'incomingEmail' | 'incomingTask' | 'queuedCallback' | 'monitor'
>;

function arrivals({
  chats,
  clock,
  contacts,
  directory,
  factory,
  mail,
  thirdParties,
  transact,
}: ServiceParts): Arrivals {
  function needRoom(channel: string, sameChannel: (contact: ContactModel) => boolean): void {
    const taken = contacts.all.filter((contact) => sameChannel(contact) && !isMonitoring(contact)).length;
    const { channelConcurrencyMap = {} } = directory.configuration.routingProfile;
    const room = channelConcurrencyMap[channel] ?? (channel === 'EMAIL' ? EMAILS : 0);
    if (taken < room) return;
    throw new Error(
      `The agent has ${taken} of ${room} contacts of channel ${channel}: clear one first, or raise the concurrency.`,
    );
  }

  function add(contact: ContactModel): string {
    const media = contact.connections[0]?.softphoneMediaInfo;
    if (contact.type === 'voice' && media?.autoAccept === true) {
      clock.setTimer(0, () => isRinging(contact) && transact(() => contacts.accept(contact)));
    }
    return transact(() => contacts.add(contact));
  }

  return {
    incomingCall(call = {}) {
      needRoom('VOICE', isVoice);
      return add(factory.inboundCall(call));
    },
    incomingPreview(preview = {}) {
      needRoom('VOICE', isVoice);
      return transact(() => contacts.add(factory.preview(preview)));
    },
    queuedCallback(call = {}) {
      needRoom('VOICE', isVoice);
      return add(factory.queuedCallback(call));
    },
    incomingChat(chat = {}) {
      needRoom('CHAT', ({ type }) => type === 'chat');
      const contactId = add(factory.chat(chat));
      const contact = contacts.find(contactId);
      if (chat.history) chats.remember(contact, chat.history);
      if (chat.message) chats.customerSays(contact, chat.message);
      if (chat.replies) chats.letAnswer(contact, chat.replies);
      return contactId;
    },
    incomingEmail(email = {}) {
      needRoom('EMAIL', ({ type }) => type === 'email');
      return add(mail.arrives(email));
    },
    incomingTask(task = {}) {
      needRoom('TASK', ({ type }) => type === 'task');
      return add(factory.task(task));
    },
    monitor(contactId = null, mode = 'SILENT_MONITOR') {
      oneOf(mode, MONITOR_MODES, 'The monitor mode');
      if (contactId === null) return add(factory.monitored(mode));
      transact(() => thirdParties.supervise(contacts.find(contactId), mode));
      return contactId;
    },
  };
}

type Others = Pick<
  ServiceScript,
  | 'customerHangsUp'
  | 'customerAnswers'
  | 'customerSays'
  | 'customerTypes'
  | 'customerVoice'
  | 'heard'
  | 'customerReads'
  | 'customerSendsFile'
  | 'customerChooses'
  | 'systemSays'
  | 'scan'
  | 'transcript'
  | 'agentSays'
  | 'taskEvent'
  | 'thirdPartyAnswers'
  | 'thirdPartyHangsUp'
  | 'missed'
  | 'contactFails'
>;

function others({ chats, contacts, media, tasks, transact }: ServiceParts): Others {
  const onContact = (action: (contact: ContactModel) => void) => (contactId: string) =>
    transact(() => action(contacts.find(contactId)));
  return {
    customerHangsUp: onContact((contact) => {
      contacts.customerHangsUp(contact);
      chats.customerLeaves(contact);
    }),
    customerAnswers: onContact((contact) => contacts.customerAnswers(contact)),
    thirdPartyAnswers: onContact((contact) => contacts.thirdPartyAnswers(contact)),
    thirdPartyHangsUp: onContact((contact) => contacts.thirdPartyHangsUp(contact)),
    missed: onContact((contact) => contacts.miss(contact)),
    contactFails(contactId, agentErrorState = 'FailedConnectAgent') {
      oneOf(agentErrorState, AGENT_ERROR_STATES, 'The error state');
      transact(() => contacts.fail(contacts.find(contactId), agentErrorState));
    },
    customerSays: (contactId, text) => chats.customerSays(contacts.find(contactId), text),
    taskEvent(contactId, event) {
      oneOf(event, TASK_EVENTS, 'The event of a task');
      const contact = contacts.find(contactId);
      if (contact.type !== 'task') throw new Error(`Contact ${contactId} is of type ${contact.type}, and no task.`);
      tasks.tell(contact, event);
      if (event === 'expire.complete' && !isFinished(contact)) transact(() => contacts.expire(contact));
    },
    customerVoice: (contactId, voice) => media.setVoice(contacts.find(contactId), voice),
    heard: (contactId) => media.heard(contacts.find(contactId)),
    customerTypes: (contactId) => chats.customerTypes(contacts.find(contactId)),
    customerReads: (contactId) => chats.customerReads(contacts.find(contactId)),
    customerSendsFile: (contactId, file = {}) => chats.customerSendsFile(contacts.find(contactId), file),
    customerChooses: (contactId, value) => chats.customerChooses(contacts.find(contactId), value),
    systemSays: (contactId, text, contentType) => chats.systemSays(contacts.find(contactId), text, contentType),
    scan: (id, verdict) => chats.scan(id, SCANS[oneOf(verdict, VERDICTS, 'The verdict')]),
    transcript: (contactId) => chats.transcript(contactId),
    agentSays: (contactId, text) => chats.agentSays(contacts.find(contactId), text),
  };
}

type ServiceSide = Pick<ServiceScript, 'setAgentState' | 'setAttributes' | 'setConfiguration' | 'truth'>;

function serviceSide({ agent, calls, chats, clock, contacts, directory, transact }: ServiceParts): ServiceSide {
  function setList(list: (typeof LISTS)[number], values: readonly string[]): void {
    if (list === 'permissions') directory.permissions = values;
    else if (list === 'dialableCountries') directory.dialableCountries = values;
    else directory.queues = values.map((name) => ({ queueARN: queueArn(name), name }));
  }

  function queueArn(name: string): string {
    const known = directory.queues.find((queue) => queue.name === name);
    if (known) return known.queueARN;
    const instance = directory.configuration.routingProfile.routingProfileARN.split('/routing-profile/')[0];
    return `${instance}/queue/${encodeURIComponent(name)}`;
  }

  return {
    setAgentState(name) {
      const state = directory.stateByName(name);
      transact(() => {
        const done = agent.choose(state, true, contacts.all, clock.now());
        if (done) contacts.clearFinishedCalls();
      });
    },
    setAttributes(contactId, attributes) {
      transact(() => {
        const contact = contacts.find(contactId);
        const merged = Object.entries({ ...contact.attributes, ...attributes });
        contact.attributes = Object.fromEntries(merged.filter(([, value]) => value !== ''));
      });
    },
    setConfiguration(part) {
      const names = Object.keys(part);
      for (const name of names) oneOf(name, [...SETTINGS, ...LISTS], 'The setting');
      for (const list of LISTS) if (names.includes(list)) setList(list, part[list] as string[]);
      const { routingProfile } = directory.configuration;
      const settings = Object.fromEntries(
        names.filter((name) => SETTINGS.includes(name)).map((name) => [name, part[name]]),
      );
      const merged = { ...directory.configuration, ...settings };
      directory.configuration = { ...merged, routingProfile: { ...routingProfile, ...merged.routingProfile } };
    },
    truth(): ServiceTruth {
      const { name, type } = agent.state;
      const next = agent.nextState;
      const { permissions, dialableCountries, queues } = directory;
      return structuredClone({
        agent: {
          name: directory.configuration.name,
          state: { name, type },
          nextState: next && { name: next.name, type: next.type },
          configuration: { ...directory.configuration, permissions, dialableCountries, queues },
        },
        contacts: contacts.all.map((contact) => ({ ...writeContact(clock, contact) })),
        calls,
        transcripts: chats.transcripts,
        now: clock.shown(clock.now()).getTime(),
      });
    },
  };
}

const NETWORK_STATUSES: readonly NetworkStatus[] = ['connected', 'connecting', 'disconnected', 'failed'];

type SessionSide = Pick<ServiceScript, 'quickResponses' | 'network' | 'expiration' | 'extensionError'>;

function sessionSide({ quickResponses, session }: ServiceParts): SessionSide {
  return {
    quickResponses: (all) => quickResponses.set(all),
    network: (status) =>
      void (session.network = { status: oneOf(status, NETWORK_STATUSES, 'The status of the network') }),
    expiration(milliseconds) {
      if (milliseconds === null) session.extend();
      else session.warn(duration(milliseconds, 'expiration'));
    },
    extensionError: (details = null) => session.fail(details),
  };
}

type FaultsAndTime = Pick<
  ServiceScript,
  | 'fail'
  | 'latency'
  | 'expireSession'
  | 'denyAccess'
  | 'signIn'
  | 'signOut'
  | 'advance'
  | 'skew'
  | 'dropSocket'
  | 'activeRegion'
>;

function faultsAndTime(
  { clock, faults, history, sockets, traffic, transact }: ServiceParts,
  operations: readonly string[],
): FaultsAndTime {
  function endSession(): void {
    faults.expireTokens();
    history.disturb();
  }

  /** A snapshot with nothing new but its time: clocks on the other side are set by it. */
  function tellTheTime(): void {
    transact(() => {});
  }

  return {
    fail(operation, failure) {
      faults.fail(oneOf(operation, [EVERY_OPERATION, ...operations], 'The operation'), failure);
      // A poll that waits returns, so that the next one comes and fails.
      if (operation === 'getAgentSnapshot' || operation === EVERY_OPERATION) tellTheTime();
    },
    latency: (milliseconds) => void (faults.latency = duration(milliseconds, 'latency')),
    expireSession: endSession,
    signOut: endSession,
    signIn: () => void (faults.denied = false),
    denyAccess(denied = true) {
      faults.denied = denied;
      history.disturb();
    },
    advance(milliseconds) {
      clock.advance(duration(milliseconds, 'advance'));
      tellTheTime();
    },
    skew(milliseconds) {
      if (!Number.isFinite(milliseconds)) throw new Error(`skew takes a number of milliseconds, not ${milliseconds}.`);
      clock.skew = milliseconds;
      tellTheTime();
    },
    dropSocket(milliseconds = 0) {
      sockets.drop(milliseconds === Infinity ? milliseconds : duration(milliseconds, 'dropSocket'));
    },
    activeRegion: (region, how) => traffic.activate(region, how),
  };
}

// What the clients hear: what is another in the agent's data than it was before, topic by topic.
import type { AgentData, ConnectionData, ContactData } from '../../../conduit/wire.js';
import { SdkNamespace } from '../../../conduit/side-channel.js';
import { participantOf } from './contact-routes.js';
import { channelOf, isCall, ownConnection } from './desk.js';
import { canResume } from './voice-routes.js';

/** Tells a piece of news: without a parameter, and with each of those given. */
export type Tell = (namespace: string, key: string, data: unknown, parameter?: string) => void;

const { CONTACT, VOICE, EMAIL } = SdkNamespace;

/** The topic of each state of a contact. */
const LIFECYCLE: Readonly<Record<string, string>> = {
  incoming: 'contact/incoming',
  connecting: 'contact/connecting',
  pending: 'contact/pending',
  connected: 'contact/connected',
  missed: 'contact/missed',
  error: 'contact/error',
  ended: 'contact/acw',
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The channels in which the agent may have contacts. */
const enabledChannels = ({ configuration }: AgentData): string[] =>
  Object.entries(configuration.routingProfile.channelConcurrencyMap ?? {})
    .filter(([, count]) => count > 0)
    .map(([channel]) => channel);

const enhancementOf = ({ configuration }: AgentData): string => configuration.voiceEnhancementMode ?? 'NONE';

function agentNews(now: AgentData, before: AgentData, tell: Tell): void {
  const [present, past] = [now.snapshot, before.snapshot];
  if (present.state.name !== past.state.name) {
    tell(CONTACT, 'agent/stateChange', { state: present.state.name, previous: { state: past.state.name } });
  }
  const chosen = (data: AgentData): object | undefined =>
    data.configuration.agentStates?.find(({ name }) => name === data.snapshot.agentAvailabilityState?.state);
  const [state, previous] = [chosen(now), chosen(before)];
  if (state && !same(state, previous)) {
    tell(CONTACT, 'agent/availabilityStateChanged', { state, ...(previous && { previous: { state: previous } }) });
  }
  const { nextState = null } = present;
  const pastNext = past.nextState ?? null;
  if (!same(nextState?.name, pastNext?.name)) {
    const data = { nextState, ...(pastNext && { previous: { nextState: pastNext } }) };
    tell(CONTACT, 'agent/nextAvailabilityStateChanged', data);
  }
  const { routingProfile } = now.configuration;
  if (!same(routingProfile, before.configuration.routingProfile)) {
    const data = { routingProfile, previous: { routingProfile: before.configuration.routingProfile } };
    tell(CONTACT, 'agent/routingProfileChanged', data);
  }
  if (!same(enabledChannels(now), enabledChannels(before))) {
    const data = { enabledChannels: enabledChannels(now), previous: { enabledChannels: enabledChannels(before) } };
    tell(CONTACT, 'agent/enabledChannelListChanged', data);
  }
  if (enhancementOf(now) !== enhancementOf(before)) {
    const data = {
      voiceEnhancementMode: enhancementOf(now),
      previous: { voiceEnhancementMode: enhancementOf(before) },
    };
    tell(VOICE, 'voice/voiceEnhancementModeChanged', data);
  }
}

/** What is told of each participant of a contact. */
function participantNews(contact: ContactData, before: ContactData | undefined, tell: Tell): void {
  const { contactId } = contact;
  for (const connection of contact.connections) {
    const { connectionId: participantId, state } = connection;
    const past = before?.connections.find((one) => one.connectionId === participantId);
    const participant = participantOf(contact, connection);
    if (!past) tell(CONTACT, 'contact/participantAdded', { participant }, contactId);
    if (past?.state.type === state.type) continue;
    if (past) {
      const data = { participantId, contactId, state: { value: state.type } };
      tell(CONTACT, 'contact/participantStateChanged', data, participantId);
    }
    if (state.type === 'disconnected') tell(CONTACT, 'contact/participantDisconnected', { participant }, contactId);
    if (isCall(contact)) holdNews(contact, connection, past, tell);
  }
}

function holdNews(
  contact: ContactData,
  connection: ConnectionData,
  past: ConnectionData | undefined,
  tell: Tell,
): void {
  const [isOnHold, wasOnHold] = [connection, past].map((one) => one?.state.type === 'hold');
  if (isOnHold === wasOnHold) return;
  const { contactId } = contact;
  const data = { participantId: connection.connectionId, contactId, isOnHold };
  const end = isOnHold ? 'Hold' : 'Resume';
  tell(VOICE, `voice/participant${end}`, data, connection.connectionId);
  if (connection === ownConnection(contact)) tell(VOICE, `voice/self${end}`, data, contactId);
}

function resumeNews(now: AgentData, before: AgentData | null, tell: Tell): void {
  const can = ({ snapshot }: AgentData) =>
    new Map(
      snapshot.contacts.filter(isCall).flatMap((contact) =>
        contact.connections.map((connection) => {
          const canResumeConnection = canResume(snapshot.contacts, { contact, connection });
          return [connection.connectionId, { contact, connection, canResumeConnection }] as const;
        }),
      ),
    );
  const past = before ? can(before) : new Map<string, { canResumeConnection: boolean }>();
  for (const [participantId, { contact, connection, canResumeConnection }] of can(now)) {
    if (canResumeConnection === (past.get(participantId)?.canResumeConnection ?? false)) continue;
    const data = { participantId, contactId: contact.contactId, canResumeConnection };
    tell(VOICE, 'voice/onCanResumeParticipantChanged', data, participantId);
    if (connection === ownConnection(contact)) tell(VOICE, 'voice/canResumeSelfChanged', data, contact.contactId);
  }
}

function eventOf(contact: ContactData): object {
  const { contactId, initialContactId } = contact;
  return { contactId, initialContactId: initialContactId ?? undefined, ...channelOf(contact) };
}

function contactNews(now: AgentData, before: AgentData | null, tell: Tell): void {
  const past = new Map(before?.snapshot.contacts.map((contact) => [contact.contactId, contact]));
  for (const contact of now.snapshot.contacts) {
    const { contactId, type, state } = contact;
    const known = past.get(contactId);
    past.delete(contactId);
    if (known?.state.type !== state.type) {
      const key = LIFECYCLE[state.type];
      if (key) tell(CONTACT, key, eventOf(contact), contactId);
      if (type === 'email' && state.type === 'connected') {
        const end = contact.initiationMethod === 'inbound' || known ? 'inbound' : 'outbound';
        tell(EMAIL, `${end}-contact-connected`, { contactId }, contactId);
      }
    }
    participantNews(contact, known, tell);
  }
  for (const [contactId, contact] of past) {
    tell(CONTACT, 'contact/cleared', eventOf(contact), contactId);
    tell(CONTACT, 'contact/destroy', eventOf(contact), contactId);
  }
}

/**
 * Tells what is another than before.
 * @param now the agent's data.
 * @param before those of the update before; null for the first, which changes nothing but that contacts are there.
 * @param tell told of each piece of news, with the id of the contact or participant that it is about.
 */
export function tellNews(now: AgentData, before: AgentData | null, tell: Tell): void {
  if (before) agentNews(now, before, tell);
  contactNews(now, before, tell);
  resumeNews(now, before, tell);
}
